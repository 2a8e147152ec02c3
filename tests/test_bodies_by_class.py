"""Bodies by class of name: each case is a sentence of our own in the manner of the genre."""

from __future__ import annotations

import pytest

from thaigov_extract import extract
from thaigov_extract.lexicon import read_table


def bodies(text: str) -> dict[str, tuple[str, ...]]:
    return {agency.name: agency.abbreviations for agency in extract(text).agencies}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # companies without their legal form: names are words that nobody else uses
        ("ร่วมกับบริษัท โนวาเทค โซลูชั่นส์ ดึงผู้เชี่ยวชาญ", "บริษัท โนวาเทค โซลูชั่นส์"),
        ("โดยบริษัท ซันบีม มอเตอร์ (ประเทศไทย) เข้าพบ", "บริษัท ซันบีม มอเตอร์ (ประเทศไทย)"),
        ("ว่าจ้าง บจก. เค เอส เอ็นจิเนียริ่ง ให้ซ่อม", "บจก. เค เอส เอ็นจิเนียริ่ง"),
        # committees at a level; set up by name; lists with spaces
        ("ผ่านคณะกรรมการขับเคลื่อนงานด้านประมงระดับจังหวัด แล้ว", "คณะกรรมการขับเคลื่อนงานด้านประมงระดับจังหวัด"),
        ("รัฐบาลจัดตั้งคณะกรรมการดาวเทียมแห่งชาติเมื่อปีก่อน", "คณะกรรมการดาวเทียมแห่งชาติ"),
        (
            "ประชุมคณะอนุกรรมการด้านการแพทย์ การขนส่ง และสาธารณูปโภค โดยมี",
            "คณะอนุกรรมการด้านการแพทย์ การขนส่ง และสาธารณูปโภค",
        ),
        (
            "เชิญคณะกรรมาธิการการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม ร่วมงาน",
            "คณะกรรมาธิการการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม",
        ),
        # inside a name, not the start of a clause
        ("จัดตั้งศูนย์ข้อมูลที่อยู่อาศัยแห่งชาติ ตามแผน", "ศูนย์ข้อมูลที่อยู่อาศัยแห่งชาติ"),
        ("นายช่างจากสำนักงานที่ปรึกษาการเกษตรต่างประเทศ เข้าร่วม", "สำนักงานที่ปรึกษาการเกษตรต่างประเทศ"),
        # joints before short heads
        ("ข้อมูลของกองพัฒนาพันธุ์ไม้ ระบุว่า", "กองพัฒนาพันธุ์ไม้"),
        ("และให้การยางแห่งประเทศไทยเร่งช่วยเหลือ", "การยางแห่งประเทศไทย"),
        # places, numbers and zones behind a name
        (
            "โดยศูนย์ป้องกันและบรรเทาสาธารณภัย เขต 4 ประจวบคีรีขันธ์ ร่วมกับ",
            "ศูนย์ป้องกันและบรรเทาสาธารณภัย เขต 4 ประจวบคีรีขันธ์",
        ),
        ("สำนักงานทางหลวงชนบทที่ 2 (สระบุรี) ซ่อมถนน", "สำนักงานทางหลวงชนบทที่ 2 (สระบุรี)"),
        ("ติดต่อสำนักงานจัดหางานกรุงเทพมหานครพื้นที่ 1-10 ได้", "สำนักงานจัดหางานกรุงเทพมหานครพื้นที่ 1-10"),
        ("มอบของแก่กรมทหารราบที่ 5 รักษาพระองค์ แล้ว", "กรมทหารราบที่ 5 รักษาพระองค์"),
        ("แจ้งสถานีตำรวจภูธรจะแนะ เข้าตรวจ", "สถานีตำรวจภูธรจะแนะ"),
        ("ผู้แทนจาก กรุงเทพมหานคร กรมประมง และตำรวจ", "กรุงเทพมหานคร"),
        ("ณ พิพิธภัณฑสถานแห่งชาติ พระนคร", "พิพิธภัณฑสถานแห่งชาติ พระนคร"),
        ("เลขาธิการ กอ.รมน.ภาค 4 แถลง", "กอ.รมน.ภาค 4"),
        ("องค์การยูนิเซฟ ประเทศไทย ร่วมจัดงาน", "องค์การยูนิเซฟ ประเทศไทย"),
        # clubs, regions of health, ministries abroad by a clipped country
        ("ประธานชมรมเพื่อนป่าต้นน้ำ กล่าวว่า", "ชมรมเพื่อนป่าต้นน้ำ"),
        ("ทีมของเขตสุขภาพที่ 7 ลงพื้นที่", "เขตสุขภาพที่ 7"),
        ("เยือนกระทรวงเกษตรซาอุฯ เพื่อเจรจา", "กระทรวงเกษตรซาอุฯ"),
        # hot lines in names, numbered offices with their seat, royal patronage and honour
        ("เยี่ยมชมศูนย์ AOC 1441 เมื่อวานนี้", "ศูนย์ AOC 1441"),
        ("ผู้อำนวยการสถาบันพัฒนาฝีมือแรงงาน 12 สงขลา กล่าวว่า", "สถาบันพัฒนาฝีมือแรงงาน 12 สงขลา"),
        (
            "มอบเครื่องมือแก่โรงพยาบาลริมธารเฉลิมพระเกียรติ ๘๐ พรรษา แล้ว",
            "โรงพยาบาลริมธารเฉลิมพระเกียรติ ๘๐ พรรษา",
        ),
        (
            "มูลนิธิแสงตะวันในพระราชูปถัมภ์ สมเด็จพระเทพรัตนราชสุดาฯ สยามบรมราชกุมารี มอบทุน",
            "มูลนิธิแสงตะวันในพระราชูปถัมภ์ สมเด็จพระเทพรัตนราชสุดาฯ สยามบรมราชกุมารี",
        ),
        # central banks and councils of culture; clubs of a body's staff
        ("ขณะที่ธนาคารกลางญี่ปุ่น ขึ้นดอกเบี้ย", "ธนาคารกลางญี่ปุ่น"),
        ("ประธานสภาวัฒนธรรมเขตบางรัก กล่าวต้อนรับ", "สภาวัฒนธรรมเขตบางรัก"),
        ("นายกสมาคมแม่บ้านกรมปศุสัตว์ มอบของ", "สมาคมแม่บ้านกรมปศุสัตว์"),
        # a committee up to the number of its meeting, or with what only a name goes on with
        (
            "เป็นประธานการประชุมคณะกรรมการส่งเสริมตลาดน้ำ 1 คลอง 1 ตลาด ครั้งที่ 2/2568",
            "คณะกรรมการส่งเสริมตลาดน้ำ 1 คลอง 1 ตลาด",
        ),
        (
            "ประธานคณะกรรมการส่งเสริมการผลิตสินค้ามาตรฐาน “เกลือดี” กล่าว",
            "คณะกรรมการส่งเสริมการผลิตสินค้ามาตรฐาน “เกลือดี”",
        ),
        ("ประชุมคณะทำงานท่องเที่ยวทางน้ำ ไทย - ลาว วันนี้", "คณะทำงานท่องเที่ยวทางน้ำ ไทย - ลาว"),
        # units of units
        ("ฝ่ายประชาสัมพันธ์ สำนักงานเลขานุการกรม กรมสรรพสามิต", "ฝ่ายประชาสัมพันธ์"),
        ("ขอบคุณที่ทางจังหวัดเลย นำโดยรองผู้ว่าราชการ ช่วยเหลือ", "จังหวัดเลย"),
    ],
)
def test_a_body_is_found_to_its_end(text: str, expected: str) -> None:
    assert expected in bodies(text)


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("บริษัท โนวาเทค โซลูชั่นส์ จำกัด เข้าพบ โดยโนวาเทคจะลงทุน", "บริษัท โนวาเทค โซลูชั่นส์ จำกัด", "โนวาเทค"),
        (
            "บริษัท ซันบีม มอเตอร์ จำกัด ขยายงาน ทั้งนี้ ซันบีม มอเตอร์ จ้างเพิ่ม",
            "บริษัท ซันบีม มอเตอร์ จำกัด",
            "ซันบีม มอเตอร์",
        ),
        ("กระทรวง อว. จัดงาน", "กระทรวง อว.", "อว."),
        (
            "กระทรวงเกษตรและสหกรณ์ แถลง หน่วยงานในกระทรวงเกษตรทำแผน",
            "กระทรวงเกษตรและสหกรณ์",
            "กระทรวงเกษตร",
        ),
        ("ออมสินยุคใหม่ เปิดตัวบริการ\nธนาคารออมสิน ระบุว่า", "ธนาคารออมสิน", "ออมสิน"),
    ],
)
def test_a_short_form_is_tied_to_its_body(text: str, name: str, short: str) -> None:
    assert short in bodies(text)[name]


@pytest.mark.parametrize(
    "text",
    [
        "บริษัท ห้างร้าน และประชาชน",
        "บริษัท สำหรับกรมธรรม์ประกันภัย",
        "โรงพยาบาลมะเร็งภูมิภาคทั้ง 7 แห่ง",
        "ศูนย์บริการสาธารณสุข 69 แห่งทั่วประเทศ",
        "สำนักงานอุตสาหกรรมจังหวัดดีเด่น ได้รับโล่",
        "กองหน้า กองกลาง และกองหลัง",
        "คำขวัญ “Join, Work, Grow” ของผู้ประกอบการ",
        "เพื่อไทยทุกคน จะก้าวไกลไปด้วยกัน",
    ],
)
def test_a_kind_or_a_phrase_is_no_body(text: str) -> None:
    assert bodies(text) == {}


def test_the_ministry_is_whole_before_a_verb() -> None:
    text = "เสนอให้กระทรวงเกษตรและสหกรณ์พิจารณาแนวทางการแก้ไขปัญหา"
    assert list(bodies(text)) == ["กระทรวงเกษตรและสหกรณ์"]


def test_a_list_of_others_is_no_part_of_a_name() -> None:
    text = "ประชุมคณะกรรมการพัฒนาแหล่งน้ำ ผู้แทนชุมชน และเกษตรกร เห็นชอบ"
    assert list(bodies(text)) == ["คณะกรรมการพัฒนาแหล่งน้ำ"]


@pytest.mark.parametrize("row", read_table("agency_bare_names"), ids=lambda row: row[0])
def test_every_name_without_its_head_is_found(row: tuple[str, ...]) -> None:
    name, full, _ = row
    found = bodies(f"ผู้แทน “{name}” ร่วมงาน")
    assert name in found or name in found.get(full, ())


def test_the_unit_before_a_body_at_the_end_of_a_term_is_one_by_itself() -> None:
    found = bodies("ณ ศูนย์จัดการจราจร กรมทางหลวง (Traffic Management Centre : TMC) แล้ว")
    assert found == {"ศูนย์จัดการจราจร": ("TMC",), "กรมทางหลวง": ()}


def test_a_clipped_committee_is_tied_to_the_one_whose_name_begins_like_it() -> None:
    found = bodies(
        "คกก.พัฒนาสินค้าเกษตร นัดแรก\nประชุมคณะกรรมการพัฒนาสินค้าเกษตร 1 ตำบล 1 สินค้า ครั้งที่ 1/2568"
    )
    assert found["คณะกรรมการพัฒนาสินค้าเกษตร 1 ตำบล 1 สินค้า"] == ("คกก.พัฒนาสินค้าเกษตร",)


def test_letters_with_a_number_of_a_road_are_no_body() -> None:
    assert bodies("ขยายถนน อย.3046 แล้ว") == {}


def test_latin_names_that_the_text_deals_with_are_bodies_wherever_they_stand() -> None:
    assert set(bodies("กรมประมง จับมือ Acmesoft พัฒนาระบบ โดย Acmesoft จะลงทุน")) == {
        "กรมประมง",
        "Acmesoft",
    }
    assert "Anna Schmidt" not in bodies("ผู้แทน Anna Schmidt กล่าวว่า")


def test_a_list_with_a_known_company_names_companies() -> None:
    found = bodies("ค่ายรถที่มาลงทุน ได้แก่ BYD, Zentra และ Novacar ในปีนี้")
    assert set(found) == {"BYD", "Zentra", "Novacar"}


@pytest.mark.parametrize(
    "text", ["ผ่านแอป GHB ALL ได้", "ตามมาตรฐาน UN R16 แล้ว", "ร่วมงาน FTI EXPO วันนี้"]
)
def test_products_and_events_of_a_body_are_none(text: str) -> None:
    assert bodies(text) == {}
