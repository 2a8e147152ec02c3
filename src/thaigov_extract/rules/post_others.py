"""Posts behind a person's own that are of others: those who attend, and the next ones of a list."""

from __future__ import annotations

import regex

from ..candidate import Candidate
from ..prepared import compiled

_GOES_ON = compiled(r"[ ]{0,2},|[ ]{1,2}และ")
_PLAIN = ("กำนัน", "ผู้ใหญ่บ้าน", "กรรมการ", "สมาชิกสภา", "ผู้เชี่ยวชาญ")
_POLITICAL = compiled(
    r"ประธานแม่บ้าน|(?:ประธาน|คณะ)?ที่ปรึกษา(?:ของ)?(?:นายก|รองนายก|รัฐมนตรี)|รองนายก|รัฐมนตรี|รม[วชต]\.|ส\.?ส\.|ส\.?ว\.|สมาชิกสภาผู้แทน|สมาชิกวุฒิ"
)
# posts of the line, of which nobody holds two without acting in one
_LINE_POST = compiled(
    r"(?:รอง|ผู้ช่วย|หัวหน้า)?(?:ปลัดกระทรวง|ปลัด [ก-ฮ]{1,3}\.|ปลัดจังหวัด|ปลัดอำเภอ|อธิบดีกรม|ผู้ว่าราชการจังหวัด|นายอำเภอ|ผู้ตรวจราชการ|ผู้อำนวยการ(?:กอง|สำนัก|สถาบัน|ศูนย์|โรงพยาบาล|โรงเรียน|กลุ่ม)|"
    r"เลขาธิการ(?:สำนักงาน|คณะกรรมการ)|เจ้าพนักงานที่ดิน|(?<=รอง)ประธานแม่บ้าน|นายก(?:เทศมนตรี|องค์การ|\ ?อบ[จต])|"
    r"(?:พัฒนาการ|อุตสาหกรรม|วัฒนธรรม|พาณิชย์|เกษตร|แรงงาน|ขนส่ง|ท้องถิ่น|คลัง|ปศุสัตว์|ประมง|สหกรณ์|พลังงาน|ประชาสัมพันธ์|นายแพทย์สาธารณสุข)[ก-๎]{0,20}จังหวัด)"
)


def is_of_others(
    text: str, held: Candidate | None, title: Candidate, gap: regex.Match[str] | None
) -> bool:
    """Say whether a post behind those of a person is somebody else's.

    Args:
        text: Folded text.
        held: The last post given to the person.
        title: The post behind it.
        gap: What joins the two, as the links of posts match it.

    Returns:
        ``True`` for ``… พัฒนาการอำเภอ กำนัน ผู้ใหญ่บ้าน`` and for the next posts of a list.
    """
    return _is_plain(text, title, gap) or _is_of_next_in_list(text, held, title, gap)


def _is_plain(text: str, title: Candidate, gap: regex.Match[str] | None) -> bool:
    """``… พัฒนาการอำเภอ กำนัน ผู้ใหญ่บ้าน``: others who attend, not more posts of one person."""
    joined = gap is not None and (gap["and"] or gap.end() - gap.start() > 3)
    spelled = text[title.start : title.end]
    return not joined and (spelled in _PLAIN or spelled.startswith("ผู้บริหาร"))


def _is_of_next_in_list(
    text: str, held: Candidate | None, title: Candidate, gap: regex.Match[str] | None
) -> bool:
    """``นาย ก ที่ปรึกษา…, ผู้ว่าราชการจังหวัด…, นายอำเภอ…``: others, by their posts alone.

    So it is where commas go on and on, and where somebody would hold two posts of the line at
    once (``อธิบดีกรม… เลขาธิการสำนักงาน…``).
    """
    if gap is not None and (gap["acting"] or gap["standin"]):
        return False
    joint = gap["and"].strip() if gap is not None and gap["and"] else ""
    if joint == ",":
        return bool(_GOES_ON.match(text, title.end))
    if joint or held is None or gap is None or gap[0].strip():
        return False  # … ในฐานะ, ดำรงตำแหน่ง, (ปลัด พม.)
    first, second = text[held.start : held.end], text[title.start : title.end]
    political = _POLITICAL.match(first) is not None
    return bool((political or _LINE_POST.match(first)) and _LINE_POST.match(second))
