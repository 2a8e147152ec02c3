"""Bodies: a gazetteer of known names, and heads (``กรม``, ``สมาคม``) with an open right border."""

from __future__ import annotations

from ..rule import Rule
from .agency_aliases import match_defined, match_named_before
from .agency_brands import LATIN_HEADS, brands, match_brand, match_latin_named
from .agency_companies import match_company, match_company_brand, match_company_core
from .agency_dealings import DEALINGS, match_dealt_with
from .agency_latin import LATIN_TAILS, match_companies, match_latin
from .agency_led import match_led
from .agency_letters import UNITS_IN_LETTERS, match_new_abbreviation, match_police_unit
from .agency_ministries import match_ministry_short, ministry_shorts
from .agency_names import match_name
from .agency_provinces import match_province
from .agency_seen import match_again
from .agency_short import match_abbreviation
from .agency_short_heads import match_short_head, short_heads
from .agency_tails import match_tail
from .agency_words import abbreviations, bare_names, company_cores, gazetteer, heads, tags
from .reasons import explain_agency


def agency_rules() -> tuple[Rule, ...]:
    """Return the rules for bodies.

    Returns:
        Rules of kind ``agency``.  Their candidates carry ``form`` (``full``,
        ``abbreviation`` or ``clipped``) and, where the gazetteer knows them, ``name``
        (the full name) and ``id``.
    """
    return (
        Rule(
            id="agency.name",
            kind="agency",
            triggers=tuple(sorted({*heads(), *gazetteer()})),
            match=match_name,
            priority=0,
            evidence=explain_agency,
            examples=(
                ("อธิบดีกรมปศุสัตว์กล่าวว่า", ("กรมปศุสัตว์",)),
                ("กระทรวงแรงงานร่วมกับกระทรวงมหาดไทย", ("กระทรวงแรงงาน", "กระทรวงมหาดไทย")),
                ("มูลนิธิปลูกต้นกล้าริมคลองได้มอบทุน", ("มูลนิธิปลูกต้นกล้าริมคลอง",)),
            ),
            counterexamples=(
                "โปรแกรมใหม่",
                "โครงการรถไฟฟ้าสายสีม่วง",
                "มอบกรมธรรม์ประกันภัย",
                "ทุกกระทรวง",
            ),
        ),
        Rule(
            id="agency.company",
            kind="agency",
            triggers=tuple(h for h, row in heads().items() if row.form == "company"),
            match=match_company,
            priority=0,
            evidence=explain_agency,
            examples=(
                (
                    "ร่วมกับบริษัท ท่าอากาศยานไทย จำกัด (มหาชน) จัดงาน",
                    ("บริษัท ท่าอากาศยานไทย จำกัด (มหาชน)",),
                ),
            ),
            counterexamples=("บริษัทต่าง ๆ เข้าร่วม",),
        ),
        Rule(
            id="agency.company-core",
            kind="agency",
            triggers=tuple(company_cores()),
            match=match_company_core,
            priority=0,
            evidence=explain_agency,
            examples=(
                (
                    "ร่วมกับไปรษณีย์ไทย จัดส่งของ",
                    [{"text": "ไปรษณีย์ไทย", "name": "บริษัท ไปรษณีย์ไทย จำกัด"}],
                ),
            ),
            counterexamples=("ส่งทางไปรษณีย์",),
        ),
        Rule(
            id="agency.abbreviation",
            kind="agency",
            triggers=(*abbreviations(), *bare_names(), *tags()),
            match=match_abbreviation,
            priority=0,
            evidence=explain_agency,
            examples=(
                ("ผู้แทน WHO ระบุ", [{"text": "WHO", "name": "องค์การอนามัยโลก"}]),
                (
                    "โฆษก UNESCO แถลง",
                    [{"text": "UNESCO", "name": "องค์การการศึกษา วิทยาศาสตร์ และวัฒนธรรมแห่งสหประชาชาติ"}],
                ),
            ),
            counterexamples=("WHOLE", "(World Health Organization WHO office)"),
        ),
        Rule(
            id="agency.short-head",
            kind="agency",
            triggers=tuple(short_heads()),
            match=match_short_head,
            priority=0,
            evidence=explain_agency,
            examples=(
                (
                    "ส่งต่อไปยัง รพ.เลิดสิน และ รพ.ทุ่งตะวัน 2 ราย",
                    [
                        {"text": "รพ.เลิดสิน", "name": "โรงพยาบาลเลิดสิน"},
                        {"text": "รพ.ทุ่งตะวัน", "name": "โรงพยาบาลทุ่งตะวัน"},
                    ],
                ),
                (
                    "ร่วมกับ อบจ.กระบี่ จัดงาน",
                    [{"text": "อบจ.กระบี่", "name": "องค์การบริหารส่วนจังหวัดกระบี่"}],
                ),
                (
                    "นักวิจัย ม.มหิดล เสนอผล",
                    [{"text": "ม.มหิดล", "name": "มหาวิทยาลัยมหิดล"}],
                ),
            ),
            counterexamples=(
                "เปิด รพ.สนาม เพิ่ม",
                "รพ.เอกชนทุกแห่ง",
                "ระดับ ม.ปลาย",
                "อบจ.ทั่วประเทศ",
                "อากาศ 35 ม.ลึก",
            ),
        ),
        Rule(
            id="agency.ministry-short",
            kind="agency",
            triggers=tuple(ministry_shorts()),
            match=match_ministry_short,
            priority=0,
            evidence=explain_agency,
            examples=(
                (
                    "ก.เกษตรฯ จัดมหกรรมสินค้า",
                    [{"text": "ก.เกษตรฯ", "name": "กระทรวงเกษตรและสหกรณ์"}],
                ),
                ("คลัง เผยรายได้เพิ่ม", [{"text": "คลัง", "name": "กระทรวงการคลัง"}]),
                ("รมช.คลัง เปิดงาน", [{"text": "คลัง", "name": "กระทรวงการคลัง"}]),
                ("กรมปศุสัตว์ร่วมกับ อุตฯ หารือ", [{"text": "อุตฯ", "name": "กระทรวงอุตสาหกรรม"}]),
            ),
            counterexamples=(
                "คลังสินค้าเต็ม",
                "ส่งเสริมการเกษตร และอุตสาหกรรม",
                "แรงงานไทยในต่างประเทศ",
            ),
        ),
        Rule(
            id="agency.province",
            kind="agency",
            triggers=("จังหวัด", "จ."),
            match=match_province,
            priority=0,
            evidence=explain_agency,
            examples=(("ซึ่งจังหวัดพะเยา ร่วมกับภาคเอกชนจัดขึ้น", ("จังหวัดพะเยา",)),),
            counterexamples=(
                "ลงพื้นที่จังหวัดพะเยา ร่วมกับคณะ",
                "ที่จังหวัดพะเยา จัดงาน",
                "จังหวัดพะเยา เป็นเมืองรอง",
            ),
        ),
        Rule(
            id="agency.police-unit",
            kind="agency",
            triggers=UNITS_IN_LETTERS,
            match=match_police_unit,
            priority=0,
            evidence=explain_agency,
            examples=(
                (
                    "ตำรวจ กก.สส.ภ.จว.พิจิตร ร่วมกับ กก.2 บก.ปส.3 เข้าตรวจ",
                    ("กก.สส.ภ.จว.พิจิตร", "กก.2 บก.ปส.3"),
                ),
            ),
            counterexamples=("ผกก.สืบสวน และ บก.ข่าว", "ผบก.น.4 ระบุ"),
        ),
        Rule(
            id="agency.new-abbreviation",
            kind="agency",
            triggers=(".",),
            match=match_new_abbreviation,
            priority=0,
            evidence=explain_agency,
            examples=(("โฆษก ศยก. เผยว่า ศยก. พร้อมช่วยเหลือ", ("ศยก.", "ศยก.")),),
            counterexamples=("นักเรียน ปวช. และ ปวช. ปีที่ 2", "พล.อ.อ.สมชาย"),
        ),
        Rule(
            id="agency.latin",
            kind="agency",
            triggers=LATIN_TAILS,
            match=match_latin,
            priority=0,
            evidence=explain_agency,
            examples=(("ผลิตโดย Siam Sample Co., Ltd. ในปีนี้", ("Siam Sample Co., Ltd.",)),),
            counterexamples=("จัดโดย (Siam Sample Institute)",),
        ),
        Rule(
            id="agency.brand",
            kind="agency",
            triggers=brands(),
            match=match_brand,
            priority=0,
            evidence=explain_agency,
            examples=(("นายกฯ หารือผู้บริหาร BYD และ Huawei ที่มาลงทุน", ("BYD", "Huawei")),),
            counterexamples=(
                "รถยนต์ยี่ห้อ BYD สีขาว",
                "สมัครผ่านแอปพลิเคชัน Shopee ได้",
                "กรอกแบบใน Google Form แล้ว",
            ),
        ),
        Rule(
            id="agency.latin-named",
            kind="agency",
            triggers=LATIN_HEADS,
            match=match_latin_named,
            priority=0,
            evidence=explain_agency,
            examples=(("ผู้แทนจากสมาคม KOSAMPA เข้าพบ", ("สมาคม KOSAMPA",)),),
            counterexamples=("นายกสมาคมเข้าพบ KOSAMPA", "ธนาคาร ESG เติบโต"),
        ),
        Rule(
            id="agency.latin-list",
            kind="agency",
            triggers=(
                "บริษัท",
                "ภาคเอกชน",
                "สภาธุรกิจ",
                "ผู้ประกอบการ",
                "ในธุรกิจ",
                "นักลงทุน",
                "ผู้ผลิต",
            ),
            match=match_companies,
            priority=0,
            evidence=explain_agency,
            examples=(
                (
                    "ผู้บริหารบริษัทชั้นนำ ได้แก่ Alder, Birch Foods, Cedar และ Dogwood เข้าพบ",
                    ("Alder", "Birch Foods", "Cedar", "Dogwood"),
                ),
            ),
            counterexamples=("ติดตามบริษัทได้ทาง Facebook, LINE, YouTube และ TikTok",),
        ),
        Rule(
            id="agency.dealt-with",
            kind="agency",
            triggers=DEALINGS,
            match=match_dealt_with,
            priority=0,
            evidence=explain_agency,
            examples=(("รัฐมนตรีหารือ Acmesoft เรื่องการลงทุน", ("Acmesoft",)),),
            counterexamples=(
                "รัฐมนตรีหารือ Mr. John Smith เรื่องการลงทุน",
                "จับมือ Influencer ชวนเที่ยว",
                "ผู้แทน Anna Schmidt เข้าพบ",
            ),
        ),
        Rule(
            id="agency.defined-alias",
            kind="agency",
            triggers=("(", "หรือ", "เรียก", "ชื่อย่อ", "บอร์ด", "."),
            match=match_defined,
            whole_text=True,
            priority=0,
            evidence=explain_agency,
            after="agency",
            examples=(
                (
                    "ศูนย์ทดสอบพันธุ์ข้าวแห่งชาติ (ศทข.) เปิดรับสมัคร ผู้สนใจติดต่อ ศทข. ได้ทันที",
                    [
                        {"text": "ศทข.", "name": "ศูนย์ทดสอบพันธุ์ข้าวแห่งชาติ"},
                        {"text": "ศทข.", "name": "ศูนย์ทดสอบพันธุ์ข้าวแห่งชาติ"},
                    ],
                ),
            ),
            counterexamples=(
                "ศูนย์ทดสอบพันธุ์ข้าวแห่งชาติ (ชั่วคราว) เปิดรับสมัคร",
                "ศูนย์ทดสอบพันธุ์ข้าวแห่งชาติ (ผอ.) เปิดรับสมัคร",
            ),
        ),
        Rule(
            id="agency.again",
            kind="agency",
            triggers=(
                *("คณะ", "ศูนย์", "สำนัก", "กอง", "มูลนิธิ", "สถาบัน", "โรงพยาบาล", "สมาคม"),
                *DEALINGS,
            ),
            match=match_again,
            whole_text=True,
            priority=0,
            evidence=explain_agency,
            after="agency",
            examples=(
                (
                    "ประชุมคณะกรรมการสวนผัก 1 บ้าน 1 แปลง ครั้งที่ 2/2568 โดยคณะกรรมการสวนผัก 1 บ้าน 1 แปลง",
                    ("คณะกรรมการสวนผัก 1 บ้าน 1 แปลง",),
                ),
            ),
            counterexamples=("โดยคณะกรรมการสวนผัก 1 บ้าน 1 แปลง",),
        ),
        Rule(
            id="agency.tail",
            kind="agency",
            triggers=("กรม", "กระทรวง", "ธนาคาร"),
            match=match_tail,
            whole_text=True,
            priority=0,
            evidence=explain_agency,
            after="agency",
            examples=(
                (
                    "“อนามัย” แนะดื่มน้ำ\nกรมอนามัย แนะนำให้ดื่มน้ำ",
                    [{"text": "อนามัย", "name": "กรมอนามัย"}],
                ),
            ),
            counterexamples=("อนามัยที่ดีเริ่มที่บ้าน",),
        ),
        Rule(
            id="agency.company-brand",
            kind="agency",
            triggers=("บริษัท", "บมจ.", "บจก."),
            match=match_company_brand,
            whole_text=True,
            priority=0,
            evidence=explain_agency,
            after="agency",
            examples=(
                (
                    "ผู้บริหารบริษัท Alder Foods เข้าพบ โดย Alder Foods จะลงทุนเพิ่ม",
                    [{"text": "Alder Foods", "name": "บริษัท Alder Foods"}],
                ),
            ),
            counterexamples=("ผู้บริหาร Alder Foods เข้าพบ", "บริษัท Alder Foods เข้าพบ Alderman"),
        ),
        Rule(
            id="agency.named-before",
            kind="agency",
            triggers=("(",),
            match=match_named_before,
            whole_text=True,
            priority=0,
            evidence=explain_agency,
            after="agency",
            examples=(
                (
                    "ผู้แทนจากสำนักงานมาตรฐาน ผลิตภัณฑ์ อุตสาหกรรม (สมอ.) ชี้แจง",
                    [
                        {
                            "text": "สำนักงานมาตรฐาน ผลิตภัณฑ์ อุตสาหกรรม",
                            "name": "สำนักงานมาตรฐานผลิตภัณฑ์อุตสาหกรรม",
                        }
                    ],
                ),
            ),
            counterexamples=("มาตรฐาน ผลิตภัณฑ์ อุตสาหกรรม (สมอ.)", "ผู้แทน (สมอ.) ชี้แจง"),
        ),
        Rule(
            id="agency.led",
            kind="agency",
            match=match_led,
            whole_text=True,
            priority=0,
            evidence=explain_agency,
            after="title",
            examples=(
                (
                    "นายดนัย ใจงาม ประธาน Alder Chambers เข้าพบ โดย Alder Chambers จะลงทุน",
                    ("Alder Chambers", "Alder Chambers"),
                ),
            ),
            counterexamples=("นายดนัย ใจงาม ผู้เชี่ยวชาญด้าน Digital Marketing เข้าพบ",),
        ),
    )
