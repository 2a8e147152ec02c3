"""Make data/agency_names.tsv and data/agency_abbreviations.tsv from a corpus of releases.

    python tools/mine_agencies.py ../shared/corpus/releases.parquet

Names: strings that begin with the head of a body, stand delimited in six releases or more,
and neither are plain nouns (the complements in data/agency_heads.tsv) nor run on from a
commoner name into a clause, nor stand in tools/agency_no_names.tsv.  Short forms: what stands
in parentheses right after such a name in five releases or more.  The same corpus gives the same tables.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pyarrow.parquet
import regex

from thaigov_extract.fold import fold
from thaigov_extract.rules.agency_words import Head
from thaigov_extract.rules.agency_words import heads as known_heads
from thaigov_extract.words import tokenise

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "thaigov_extract" / "data"
LEAST_RELEASES = 6
LEAST_DEFINITIONS = 5
# Words that no name of a body holds: clause, motion and counting words.
CLAUSE = frozenset(
    "ที่ ได้ จะ เป็น จาก โดย กับ ว่า ต้อง จึง ซึ่ง เข้าร่วม ดังกล่าว นั้น นี้ ต่าง ต่างๆ ๆ ทุก ทุกแห่ง กว่า แล้ว ต่อไป ไป มา อื่น "
    "อื่นๆ ทั้ง ทั่วประเทศ ร่วมกับ ได้รับ สามารถ รายงาน กล่าว กล่าวว่า เปิดเผย เผย ระบุ เสนอ พิจารณา กำหนด ขอ ยัง ทราบ แจ้ง มอบหมาย "
    "ตาม ภายใต้ ดำเนินการ จำนวน อยู่ นำ เร่ง เตรียม พบ จัด ผู้ ใด เท่านั้น อีกด้วย ด้วย เห็นชอบ ก่อน ออก ขึ้น ช่วง ภายใน ในสังกัด สังกัด "
    "แต่งตั้ง ไม่ จัดงาน จัดทำ ใกล้ ทางการ ให้การ ให้ความสำคัญ ทำ ท่าน คน ครั้ง ปี เดือน วัน วันที่ เมื่อ เมื่อวันที่ แต่ละ หลาย บาง ในพื้นที่ "
    "ทำงาน พร้อม พร้อมด้วย เกี่ยวข้อง ที่เกี่ยวข้อง นอก ใหม่ ฉบับ มากกว่า มากขึ้น รวม เช่น คือ ตั้งแต่ ตามที่ ผ่าน ส่ง ทรง ถือ แต่ รวมทั้ง "
    "รวมถึง ตลอดจน ชุดนี้ เดิม เหล่านี้ กัน ร่วมกัน ต่อ หา เรียก โดยตลอด แนะนำ ครบ ชั้น ได้ที่ เพิ่มเติม อีก อีกครั้ง ในการ ในอนาคต "
    "วันนี้ ตามกฎหมาย เลขานุการ".split()
)
JOINTS = frozenset(
    "และ ของ ใน ให้ หรือ เพื่อ มี ด้าน ทาง อย่าง แห่ง การ ระดับ ความ อำเภอ จังหวัด ตำบล ภาค เพื่อการ สาขา".split()
)
# Heads whose complements are mostly plain nouns: only a definition proves a name.
PLAIN = (
    "กลุ่ม",
    "ฝ่าย",
    "หน่วย",
    "ทีม",
    "องค์กร",
    "เครือข่าย",
    "โรงงาน",
    "บริษัท",
    "เวที",
    "สาย",
    "ชุด",
    "ภาคี",
    "โครงการ",
)
# Strings that begin like a body and are none.
NO_BODY = regex.compile(
    r"กองค์|กองจันทร์|กองสิน|กองคาพยพ|กองเก็บ|กองทรัสต์|กองทุน(?:$|ฯ|รวม|สำรองเลี้ยงชีพ|หมู่บ้าน$)|สภาพ(?!ัฒนา)|สภาวะ|สภากุล|สภาพัฒน์|กรมธรรม์|กรมหมื่น|กรมหลวง|กรมพระ|"
    r"โรงพยาบาล(?:สนาม|ทั่วไป|ศูนย์|ชุมชน|แม่ข่าย|ส่งเสริมสุขภาพ|รัฐ|เอกชน|ประจำ)|สถาบัน(?:การเงิน(?!ระหว่าง)|การศึกษา|พระมหา|เกษตรกร|ชาติ|อุดม|ครอบครัว|เครือ|ราชการ)|"
    r"กระทรวง(?:ระดับ|ฯ)|องค์การ(?:มหาชน|ระหว่างประเทศ$|ปกครอง)|การท่องเที่ยว(?!แห่งประเทศไทย)|การรถไฟ(?!แห่งประเทศไทย|ฟ้าขนส่งมวลชนแห่ง)|"
    r"การ(?:ไฟฟ้า(?:สี|พลัง|สวัสดิ)|ท่าเรือ(?!แห่ง)|นิคม(?!อุตสาหกรรมแห่ง)|ยาง(?!แห่ง)|กีฬา(?!แห่งประเทศ)|เคหะ(?!แห่ง)|ทางพิเศษ(?!แห่ง))|"
    r"ศาล(?!ฎีกา|รัฐธรรมนูญ|ยุติธรรม|ปกครอง|อาญา|อุทธรณ์|แรงงานกลาง|ทหาร|ล้มละลาย|ภาษี|ทรัพย์สิน)|สหพันธ์สาธารณรัฐ|สหพันธรัฐ|สหภาพ(?:เมียนมา|แรงงาน|โซเวียต)|"
    r"เทศบาล(?:เมือง|นคร|ตำบล)?$|พรรคการเมือง|ศูนย์(?:กลาง|การประชุม|การค้า|บริการ|การเรียนรู้|บำบัด|บ่มเพาะ|แสดง|พัก|ฉีด|ดำรงธรรม|วัฒนธรรมแห่ง|เปลี่ยน|เด็กเล็ก|ราชการ|ไปรษณีย์|แถลงข่าว)|"
    r"ธนาคาร(?:เลือด|ปู|ขยะ|น้ำ|กลาง|พาณิชย์|เพื่อ$|ได้|เพิ่ม|บ้านของ)|คณะกรรมการ(?:หมู่บ้าน|วินิจฉัย|กองทุนหมู่บ้าน|ประจำ|บริหาร$)|สหกรณ์(?:การเกษตร|ออมทรัพย์|โคนม|ร้านค้า|บริการ|นิคม|ดีเด่น|เข้มแข็ง|นักเรียน|ประมง|เครดิต\S*)$|"
    r"เรือนจำ(?:สี|อีก)|ทัณฑสถานวัน|โรงเรียน(?:เทศบาล|แพทย์|ผู้สูงอายุ|จิตอาสา|พระปริยัติ|ขนาด|การเงิน|พื้นที่|มัธยม|นานาชาติ|ตาดีกา|เบาหวาน)|สมาคม(?:ธนาคาร|แม่บ้าน|การค้า|ประมง)$|"
    r"วิทยาลัย(?:ชุมชน|การจัดการ|มหาดไทย)$|มหาวิทยาลัย(?:ไทย|ราชภัฏ\S*ภาค)|สำนักงาน(?:เขต|อุตสาหกรรม|ภูมิภาค|ทางหลวงชนบท|เขตกรุงเทพมหานคร|การประปา\S*)$|สำนัก(?:นายกรัฐมนตรี.+|วัฒนธรรม$|แผนภาษี)|สภา(?:ร่าง|เศรษฐกิจ|ท้องถิ่น|วิชาชีพ|ผู้แทนราษฎร.+)|"
    r"คณะทำงาน(?:รัฐมนตรี|ร่วม|เฉพาะกิจ$|แก้ไขปัญหา$|ด้าน|อาเซียน$)|คณะอนุกรรมการ(?:ด้าน|นโยบาย$|บริหาร$)|คณะกรรมาธิการวิสามัญ|ชมรม(?:กำนัน|ผู้สูงอายุ)|บรรษัท(?:ภิบาล|ข้าม)|สหพันธ์สมาคม|มูลนิธิธรรมนัส"
)
SHORT = regex.compile(
    r" ?\(((?!รมว|รมช|รมต|ผอ\.|ผบ|ปลัด|ปกท|ผตร|รปอ|ชปอ|ลธ|ฉบับ|ผช|อสจ|พมจ|มาตรา|พ\.ศ|ค\.ศ|ม\.|น\.)(?:[ก-ฮ][ก-ฮเ-ไะ-ู็-์.]{0,14}\.|[A-Z][A-Za-z&]{1,9}|ดีอีเอส|ดีอี|บีโอไอ|ดีเอสไอ|ดีป้า|ไอแบงก์|ยูเนสโก|ยูนิเซฟ|นิด้า|เนคเทค|ไบโอเทค|นาโนเทค|เอสแคป|อีอีซี|ดีพร้อม|ไอโอเอ็ม|เจโทร|วธ|พม|สธ))\)"
)
NO_SHORT = frozenset(
    "กม. Engagement PDPA RCEP SDGs MOU ITA EV EVs Hub Cluster SMEs NGOs NGO CSR FTA GI GAP TOD OTOP Startup Depot CY NCDs Sandbox MLR MRT Retry PPP AI CBTx MRO OQ SM CI EMS SFIs NBT ESCAP อปพร. อสรจ. อสส. หน.ผตร.อก.".split()
)
# Latin names of bodies that releases use without their Thai names.
INTERNATIONAL = "WHO FAO ILO IMF ADB WTO OECD APEC EU UNDP UNHCR UNODC UNEP UNICEF UNESCO UNFPA UNFCCC UNESCAP ESCAP IAEA ICAO IMO ITU WIPO IOM JICA JETRO GIZ BIMSTEC G20 G7 BRICS EFTA GCC OIC ABAC USABC BOI DITP DEPA NIA ETDA TCEB GISTDA NECTEC NSTDA DSI CAAT TDRI OKMD CEA TGO EGAT IUCN INTERPOL Interpol AOT EXIM UNAIDS IFAD WFP NATO AFD AIIB".split()

# Short forms of names with inner spaces, which the count of unspaced names cannot see.
SPACED = {
    "อว.": "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม",
    "กสทช.": "คณะกรรมการกิจการกระจายเสียง กิจการโทรทัศน์ และกิจการโทรคมนาคมแห่งชาติ",
    "ศปช.": "ศูนย์ปฏิบัติการช่วยเหลือผู้ประสบอุทกภัย วาตภัย และดินโคลนถล่ม",
    "สกสว.": "สำนักงานคณะกรรมการส่งเสริมวิทยาศาสตร์ วิจัยและนวัตกรรม",
    "สอวช.": "สำนักงานสภานโยบายการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรมแห่งชาติ",
    "ป.ย.ป.": "สำนักงานขับเคลื่อนการปฏิรูปประเทศ ยุทธศาสตร์ชาติ และการสร้างความสามัคคีปรองดอง",
    "สสปท.": "สถาบันส่งเสริมความปลอดภัย อาชีวอนามัย และสภาพแวดล้อมในการทำงาน",
}


# Short forms before whose bracket only the end of the name stands, behind a space or a clause.
BROKEN = frozenset("กรกอ. ศนธ.ยธ. ศบค.มท. ยูเนสโก".split())
# คณะรัฐมนตรีมีมติเห็นชอบตามที่|กระทรวง…: the head of the clause is none of the name.
CABINET_CLAUSE = regex.compile(r"คณะรัฐมนตรี(?:มีมติ)?(?:รับทราบ|เห็นชอบ|อนุมัติ|และ)+ตามที่")


def main(path: str) -> None:
    """Read the corpus and write both tables."""
    texts = pyarrow.parquet.read_table(path, columns=["text"])["text"].to_pylist()
    names, before_bracket, defined = count(texts)
    kept = proven(names, before_bracket)
    write(
        "agency_names",
        [
            f"# Names of bodies that stand delimited in {LEAST_RELEASES} releases or more. Columns: name, releases.",
            "# Source: tools/mine_agencies.py over 53,920 releases; no clause, no plain noun.",
        ],
        [(name, str(number)) for name, number in sorted(kept.items())],
    )
    write(
        "agency_abbreviations",
        [
            "# Short forms that releases define in parentheses after a body's name.",
            "# Columns: short form, name, definitions, definitions of this short form in all, bare (yes where",
            "# a use without a definition is reliably this body). Source: tools/mine_agencies.py, 53,920 releases.",
        ],
        short_forms(defined, kept),
    )


def count(texts: Iterable[str]) -> tuple[Counter[str], Counter[str], Counter[tuple[str, str]]]:
    """Count names, names before a bracket, and (name, short form), each once per release."""
    heads = sorted(_heads(), key=len, reverse=True)
    run = regex.compile("(?:" + "|".join(map(regex.escape, heads)) + r")[ก-๎]{0,120}+")
    names: Counter[str] = Counter()
    bracket: Counter[str] = Counter()
    defined: Counter[tuple[str, str]] = Counter()
    for raw in texts:
        text = fold(raw).text
        here: set[str] = set()
        opened: set[str] = set()
        pairs: set[tuple[str, str]] = set()
        for found in run.finditer(text):
            name = found.group()
            here.add(name)
            if text[found.end() : found.end() + 2].lstrip().startswith("("):
                opened.add(name)
            if short := SHORT.match(text, found.end()):
                pairs.add((name, short[1]))
        names.update(here)
        bracket.update(opened)
        defined.update(pairs)
    return names, bracket, defined


def proven(names: Counter[str], bracket: Counter[str]) -> dict[str, int]:
    """Return the strings that are names of bodies, with their releases."""
    rows = _heads()
    no_names = _no_names()
    heads = sorted(rows, key=len, reverse=True)
    common = {name for name, number in names.items() if number >= 25 and len(name) >= 7}
    kept = {}
    for name, number in names.items():
        if number < LEAST_RELEASES or name.endswith("ฯ") or "ๆ" in name or NO_BODY.match(name):
            continue
        if name in no_names:
            continue
        head = next(h for h in heads if name.startswith(h))
        rest = name[len(head) :]
        if len(rest) < 2 or rest[0] in "ะัาำิีึืฺุู็่้๊๋์ๅ":
            continue
        strong = bracket[name] >= max(4, 0.12 * number)
        if head.startswith(PLAIN) and not (strong and number >= 8):
            continue
        pattern = rows[head].generic
        if pattern is not None and pattern.match(rest):
            continue
        words = [span.text for span in tokenise(rest)]
        if words[-1] in JOINTS or (
            any(w in CLAUSE for w in words) and not (strong and number >= 15)
        ):
            continue
        if not strong and (
            words[0] in JOINTS or _runs_on(name, len(head), number, names, common, heads)
        ):
            continue
        kept[name] = number
    return kept


def _no_names() -> frozenset[str]:
    """Return the mined names that readers found to be none."""
    lines = (HERE / "agency_no_names.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines)


def _heads() -> dict[str, Head]:
    """Return the heads of bodies. วัด is left out: จังหวัด ends so."""
    return {head: row for head, row in known_heads().items() if head != "วัด"}


def _runs_on(
    name: str, head: int, number: int, names: Counter[str], common: set[str], heads: list[str]
) -> bool:
    """Whether the string is a commoner name with a clause or a second body behind it."""
    for end in range(len(name) - 2, head + 1, -1):
        shorter, rest = name[:end], name[end:]
        if shorter in common and names[shorter] >= 2.5 * number and rest[0] not in "ะัาำิีึืฺุู็่้๊๋์ๅๆ":
            first = tokenise(rest)[0].text
            return (
                first in CLAUSE
                or first in JOINTS
                or rest.startswith(tuple(h for h in heads if len(h) > 3))
            )
    return False


def short_forms(defined: Counter[tuple[str, str]], kept: dict[str, int]) -> list[tuple[str, ...]]:
    """Return the rows of the short forms, the commonest name first."""
    no_names = _no_names()
    by_short: dict[str, Counter[str]] = {}
    for (name, short), number in defined.items():
        whole = CABINET_CLAUSE.sub("", name)
        if whole in no_names or short in NO_SHORT | BROKEN:
            continue
        if whole in kept or number >= 12:
            by_short.setdefault(short, Counter())[whole] += number
    rows = []
    for short, of in sorted(by_short.items()):
        total = sum(of.values())
        for place, (name, number) in enumerate(sorted(of.items(), key=lambda x: (-x[1], x[0]))):
            if number < LEAST_DEFINITIONS:
                continue
            letters = len(short.replace(".", ""))
            sure = place == 0 and number >= 0.75 * total and total >= 8
            latin = short.isascii()
            bare = sure and (
                (latin and (short in INTERNATIONAL or total >= 12)) or (not latin and letters >= 2)
            )
            rows.append((short, name, str(number), str(total), "yes" if bare else "no"))
    known = {row[0] for row in rows}
    nameless = [short for short in (*INTERNATIONAL, *BROKEN) if short not in known]
    rows += [(short, "", "0", "0", "yes") for short in nameless]
    rows = [row for row in rows if row[0] not in SPACED]
    rows += [(short, name, "0", "0", "yes") for short, name in SPACED.items()]
    return sorted(rows)


def write(table: str, comment: list[str], rows: Iterable[tuple[str, ...]]) -> None:
    """Write one table."""
    lines = [*comment, *("\t".join(row) for row in rows)]
    (DATA / f"{table}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus/releases.parquet")
