from __future__ import annotations

import pytest

from thaigov_extract import extract


def posts(text: str) -> list[tuple[str, str, tuple[str, ...], str | None]]:
    return [
        (o.name.text, p.title.text, p.agencies, p.status)
        for o in extract(text).officials
        for p in o.positions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "นายอนันต์ ใจดี รองนายกรัฐมนตรีและรัฐมนตรีว่าการกระทรวงแรงงาน กล่าวว่า",
            [("รองนายกรัฐมนตรี", (), None), ("รัฐมนตรีว่าการกระทรวงแรงงาน", ("กระทรวงแรงงาน",), None)],
        ),
        (
            "นายอนันต์ ใจดี รองปลัดกระทรวงแรงงาน รักษาราชการแทน อธิบดีกรมการจัดหางาน เปิดงาน",
            [
                ("รองปลัดกระทรวงแรงงาน", ("กระทรวงแรงงาน",), None),
                ("อธิบดีกรมการจัดหางาน", ("กรมการจัดหางาน",), "acting"),
            ],
        ),
        ("นายอนันต์ ใจดี อดีตนายกรัฐมนตรี", [("อดีตนายกรัฐมนตรี", (), "former")]),
        (
            "นายอนันต์ ใจดี อธิบดีกรมปศุสัตว์ กระทรวงเกษตรและสหกรณ์ ลงพื้นที่",
            [("อธิบดีกรมปศุสัตว์", ("กรมปศุสัตว์", "กระทรวงเกษตรและสหกรณ์"), None)],
        ),
        ("นายกรัฐมนตรี (นายอนันต์ ใจดี) เห็นชอบ", [("นายกรัฐมนตรี", (), None)]),
        ("ผู้ว่าราชการจังหวัดเชียงใหม่ นายอนันต์ ใจดี", [("ผู้ว่าราชการจังหวัดเชียงใหม่", (), None)]),
        # the name on the next line, in columns, after the words of an appointment
        (
            "1. รัฐมนตรีว่าการกระทรวงแรงงาน\n(นายอนันต์ ใจดี)",
            [("รัฐมนตรีว่าการกระทรวงแรงงาน", ("กระทรวงแรงงาน",), None)],
        ),
        ("1. นายอนันต์ ใจดี             ประธานกรรมการ", [("ประธานกรรมการ", (), None)]),
        (
            "นายอนันต์ ใจดี ให้ดำรงตำแหน่งข้าราชการการเมือง ตำแหน่งที่ปรึกษารัฐมนตรีว่าการกระทรวงแรงงาน",
            [("ที่ปรึกษารัฐมนตรีว่าการกระทรวงแรงงาน", ("กระทรวงแรงงาน",), None)],
        ),
        # posts of the civil service, of assistants, of representatives
        ("นายอนันต์ ใจดี พัฒนาการอำเภอเมือง กำนัน ผู้ใหญ่บ้าน ร่วมงาน", [("พัฒนาการอำเภอเมือง", (), None)]),
        (
            "นายอนันต์ ใจดี ผู้ช่วยรัฐมนตรี ประจำกระทรวงแรงงาน",
            [("ผู้ช่วยรัฐมนตรี ประจำกระทรวงแรงงาน", ("กระทรวงแรงงาน",), None)],
        ),
        ("นายอนันต์ ใจดี ผู้แทนการค้าไทย หารือ", [("ผู้แทนการค้าไทย", (), None)]),
        # fields of several words, of a Latin name, advisers by field
        (
            "นายอนันต์ ใจดี ผู้ทรงคุณวุฒิด้านวิศวกรรม นวัตกรรม และความยั่งยืน ร่วมงาน",
            [("ผู้ทรงคุณวุฒิด้านวิศวกรรม นวัตกรรม และความยั่งยืน", (), None)],
        ),
        (
            "นายอนันต์ ใจดี ผู้ทรงคุณวุฒิด้าน Cyber Security ร่วมงาน",
            [("ผู้ทรงคุณวุฒิด้าน Cyber Security", (), None)],
        ),
        ("นายอนันต์ ใจดี ที่ปรึกษาวิชาการแรงงาน ร่วมงาน", [("ที่ปรึกษาวิชาการแรงงาน", (), None)]),
        # bare posts in brackets, two at once
        ("นายอนันต์ ใจดี (ที่ปรึกษาและกรรมการ)", [("ที่ปรึกษา", (), None), ("กรรมการ", (), None)]),
        ("นายอนันต์ ใจดี ในฐานะประธานคณะกรรมการ ได้เร่งรัด", [("ประธานคณะกรรมการ", (), None)]),
        # an item of a list of appointments
        (
            "คณะรัฐมนตรีแต่งตั้ง\n1. นายอนันต์ ใจดี เป็นประธานกรรมการองค์การตลาด",
            [("ประธานกรรมการองค์การตลาด", ("องค์การตลาด",), None)],
        ),
        (
            "นายอนันต์ ใจดี กรรมการผู้จัดการธุรกิจศูนย์การค้า บริษัท แม่น้ำ จำกัด และคณะ",
            [("กรรมการผู้จัดการธุรกิจศูนย์การค้า", ("บริษัท แม่น้ำ จำกัด",), None)],
        ),
        ("นายอนันต์ ใจดี ประธานาธิบดีแห่งสมาพันธรัฐสวิส", [("ประธานาธิบดีแห่งสมาพันธรัฐสวิส", (), None)]),
        ("นายอนันต์ ใจดี เลขาธิการ ก.พ. กล่าว", [("เลขาธิการ ก.พ.", ("ก.พ.",), None)]),
        # the tail of another's post before the name
        ("คณะทำงานของรัฐมนตรีว่าการกระทรวงแรงงาน นายอนันต์ ใจดี ร่วมงาน", []),
        (
            "นายอนันต์ ใจดี ผู้แทนปลัดกระทรวงแรงงาน ร่วมงาน",
            [("ปลัดกระทรวงแรงงาน", ("กระทรวงแรงงาน",), "delegate")],
        ),
        (
            "นายอนันต์ ใจดี ผู้ว่าการรถไฟแห่งประเทศไทย แถลง",
            [("ผู้ว่าการรถไฟแห่งประเทศไทย", ("การรถไฟแห่งประเทศไทย",), None)],
        ),
    ],
)
def test_posts_of_a_person(
    text: str, expected: list[tuple[str, tuple[str, ...], str | None]]
) -> None:
    assert [(title, agencies, status) for _, title, agencies, status in posts(text)] == expected


def test_each_in_a_list_has_their_own() -> None:
    found = posts("นายอนันต์ ใจดี ปลัดกระทรวงแรงงาน นางสาวดวงใจ ศรีสุข อธิบดีกรมการจัดหางาน ร่วมประชุม")
    assert [(name, title) for name, title, _, _ in found] == [
        ("นายอนันต์ ใจดี", "ปลัดกระทรวงแรงงาน"),
        ("นางสาวดวงใจ ศรีสุข", "อธิบดีกรมการจัดหางาน"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "เป็นประธานในพิธีเปิดงาน",
        "หัวหน้าส่วนราชการร่วมงาน",
        "ผู้ว่าราชการจังหวัดทั่วประเทศ",
        "ภายใต้การเป็นประธานอาเซียนของไทย",
    ],
)
def test_no_titles(text: str) -> None:
    assert extract(text).titles == ()


def test_short_forms_belong_to_one_person() -> None:
    found = extract("นายอนันต์ ใจดี อธิบดีกรมปศุสัตว์ เปิดงาน\nนายอนันต์ กล่าวว่า ขอบคุณ")
    assert len(found.officials) == 1
    assert found.officials[0].short == ("นายอนันต์",)


def test_short_forms_of_a_body() -> None:
    found = extract("กรมชลประทาน (ชป.) แจ้งว่า ชป. เร่งระบายน้ำ")
    assert [(a.name, a.abbreviations) for a in found.agencies] == [("กรมชลประทาน", ("ชป.",))]
    assert len(found.agencies[0].mentions) == 3


def test_english_name_from_the_text_or_the_registry() -> None:
    found = extract("กรมปศุสัตว์ และสถาบันตัวอย่างไทย (Thai Sample Institute: TSI)")
    names = {agency.name: agency.english for agency in found.agencies}
    assert names["กรมปศุสัตว์"] == "Department of Livestock Development"
    assert names["สถาบันตัวอย่างไทย"] == "Thai Sample Institute"


def test_the_minister_whose_secretary_somebody_is_is_a_title_too() -> None:
    found = extract("นายอนันต์ ใจดี เลขานุการรัฐมนตรีว่าการกระทรวงแรงงาน ลงพื้นที่")
    assert [title.text for title in found.titles] == [
        "เลขานุการรัฐมนตรีว่าการกระทรวงแรงงาน",
        "รัฐมนตรีว่าการกระทรวงแรงงาน",
    ]


def test_short_forms_are_those_of_the_unit_or_of_the_term() -> None:
    unit = extract("ศูนย์บริหารสถานการณ์ กระทรวงแรงงาน (ศบส.รง.) แถลง โดย ศบส.รง. พร้อม")
    assert ("กระทรวงแรงงาน", ("ศบส.รง.",)) not in [(a.name, a.abbreviations) for a in unit.agencies]
    goals = extract("บรรลุเป้าหมายการพัฒนาที่ยั่งยืนของสหประชาชาติ (SDGs) และ SDGs ของไทย")
    assert [(a.name, a.abbreviations) for a in goals.agencies] == [("สหประชาชาติ", ())]
