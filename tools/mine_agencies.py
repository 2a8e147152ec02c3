"""Make data/agency_names.tsv and data/agency_abbreviations.tsv from a corpus of releases.

    python tools/mine_agencies.py ../shared/corpus/releases.parquet

Names.  Every run of Thai letters from the head of a body (กรม, สมาคม) on is cut into words and
laid into a tree, one branch per word, with the number of releases at every node.  A node is a
name where its end is proven: it stands before a space, a line end or a parenthesis, or the words
after it are words that follow the names of the registry (agencies.tsv), not words inside them.
What a longer name claims does not count for the shorter one.  A node that holds such an end
inside, at a name of its own that is commoner, runs on into a clause and is dropped; so are plain
nouns.  Names with inner spaces are those that stand before a short form in parentheses, and
companies with their legal form.

Short forms.  What stands in parentheses right after a name of the registry or of the first
table.  The same corpus gives the same tables.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pyarrow.parquet
import regex
from attrs import define, field

from thaigov_extract.fold import fold
from thaigov_extract.lexicon import read_table
from thaigov_extract.words import edges

DATA = Path(__file__).parents[1] / "src" / "thaigov_extract" / "data"
LEAST = 5
"""Releases in which a name must end, or a short form be defined."""

MARKS = frozenset("ะัาำิีึืฺุู็่้๊๋์ๅๆฯ")
MORE_HEADS = "ทัณฑสถาน เรือนจำกลาง เรือนจำจังหวัด ชมรม สมัชชา สันนิบาต ตำรวจภูธร ที่ว่าการ".split()

# Words that no name of a body holds: clause, motion and counting words.
CLAUSE = frozenset(
    "ได้ จะ เป็น จาก โดย กับ ว่า ต้อง จึง ซึ่ง เข้าร่วม ดังกล่าว นั้น นี้ ต่าง ต่างๆ ทุก ทุกแห่ง กว่า แล้ว ต่อไป ไป มา อื่น อื่นๆ ทั้ง "
    "ทั่วประเทศ ทั่ว ร่วมกับ ได้รับ สามารถ รายงาน กล่าว กล่าวว่า เปิดเผย เผย ระบุ เสนอ กำหนด ขอ ยัง ทราบ แจ้ง มอบหมาย ตาม ภายใต้ ดำเนินการ "
    "จำนวน อยู่ นำ เร่ง เตรียม พบ จัด ผู้ใด ใด เท่านั้น อีกด้วย ด้วย เห็นชอบ ก่อน ออก ขึ้น ช่วง ภายใน ในสังกัด สังกัด แต่งตั้ง ไม่ จัดงาน จัดทำ ใกล้ "
    "ทางการ ให้การ ให้ความสำคัญ ทำ ท่าน คน ครั้ง ปี เดือน วันที่ เมื่อ เมื่อวันที่ แต่ละ หลาย บาง ในพื้นที่ พร้อม พร้อมด้วย เกี่ยวข้อง "
    "ที่เกี่ยวข้อง นอก ฉบับ มากกว่า มากขึ้น รวม เช่น คือ ตั้งแต่ ตามที่ ผ่าน ส่ง ทรง ถือ แต่ รวมทั้ง รวมถึง ตลอดจน ชุดนี้ เดิม เหล่านี้ กัน ร่วมกัน "
    "หา เรียก โดยตลอด แนะนำ ครบ ได้ที่ เพิ่มเติม อีก อีกครั้ง ในการ ในอนาคต วันนี้ ตามกฎหมาย ประกอบด้วย พร้อมทั้ง หรือ ก็ ให้แก่ แก่ "
    "จำกัด ทั้งหมด เสร็จ เรียบร้อย ดังนี้ ประมาณ บริเวณ อย่าง เข้า เอง อาทิ ประเภท พวก ตรวจพิจารณา ให้บริการ ในท้องที่ ซึ่งกันและกัน ไม่เกิน".split()
)
# Words that a name goes on after, so that none ends with them.
JOINTS = frozenset(
    "และ ของ ใน ให้ หรือ เพื่อ มี ด้าน ทาง อย่าง แห่ง การ ระดับ ความ อำเภอ จังหวัด ตำบล ภาค เพื่อการ สาขา ที่ ประจำ กับ โดย ตาม ผู้ ว่าด้วย กลุ่ม ต่อ นัก "
    "หมู่ ระหว่าง ฝ่าย สู่ จาก เขต พื้นที่ ร่วม รวม สำหรับ ส่วน ช่อง สายด่วน บ้าน กรม สำนัก สำนักงาน กระทรวง คณะ เมือง คณะกรรมการ ผู้แทน เจ้าหน้าที่ แผน "
    "ระบบ โครงการ งาน ภารกิจ กิจการ นโยบาย ขับเคลื่อน ป้องกัน ส่งเสริม พัฒนา บริหาร พิจารณา ตรวจสอบ สนับสนุน ติดตาม จัดการ บริหารจัดการ แก้ไขปัญหา โทร".split()
)
# Heads whose complements are mostly plain nouns: only short forms after them prove a name.
PLAIN = tuple(
    "กลุ่ม ฝ่าย หน่วย ทีม องค์กร เครือข่าย โรงงาน เวที สาย ชุด ภาคี โครงการ ส่วน แผนก คณะ ภาควิชา สาขาวิชา".split()
)
VAGUE = tuple(
    "ศูนย์ สถาบัน บริษัท โรงเรียน โรงพยาบาล ธนาคาร กองทุน ศาล สหกรณ์ วิสาหกิจชุมชน ชมรม เทศบาล วิทยาลัย มหาวิทยาลัย กอง สมาคม คณะทำงาน".split()
)
# Strings that begin like a body and are none (words, things, kinds of bodies, places).
NO_BODY = regex.compile(
    r"กองค์|กอง(?:จันทร์|สิน|คาพยพ|เก็บ|ทรัสต์|เอก|โท|ตรี|ดิน|ทราย|หนุน|หน้า|หลัง|รบ|ขยะ|ถ่าน|เกิน|ประจำการ|ร้อย$|พัน$)|กองทุน(?:$|ฯ|รวม|สำรองเลี้ยงชีพ|หมู่บ้าน$|ส่วนบุคคล|ตั้ง)|"
    r"สภา(?:พ(?!ัฒนา)|วะ|วการณ์|กุล|ธิการ|ร่าง|เศรษฐกิจ$|ท้องถิ่น|วิชาชีพ$|ผู้แทนราษฎร.+|สอง|กาแฟ|แห่งชาติ)|กรม(?:ธรรม์|หมื่น|หลวง|พระ(?!ธรรมนูญ)|ขุน|[ีาู]|ส่วน|กอง)|"
    r"โรงพยาบาล(?:สนาม|ทั่วไป|ศูนย์$|ชุมชน|แม่ข่าย|ส่งเสริมสุขภาพ|รัฐ|เอกชน|ประจำ|ขนาด|คู่|เครือ|หลัก|ต้น|ทางเลือก|สัตว์$|จิตเวช$|อัจฉริยะ|ปลาย)|"
    r"สถาบัน(?:การเงิน(?!ระหว่าง)|การศึกษา|พระมหา|เกษตรกร|ชาติ|อุดม|ครอบครัว|เครือ|ราชการ|อาชีว|หลัก|วิชาการ|วิจัย$|ศาสนา|สังคม|สูงสุด|ชาวไร่|และ|พันธมิตร)|"
    r"กระทรวง(?:ระดับ|ฯ|สังคมกึ่ง|เศรษฐกิจ$|กำหนด|ว่าด้วย|ออก|สูง|ต้น|ศึกษา$)|องค์การ(?:มหาชน|ระหว่างประเทศ$|ปกครอง|บริหารส่วน(?:จังหวัด|ตำบล)$)|การท่องเที่ยว(?!แห่งประเทศไทย$)|"
    r"การ(?:รถไฟ(?!แห่งประเทศไทย$|ฟ้าขนส่งมวลชนแห่งประเทศไทย$)|ไฟฟ้า(?!นครหลวง$|ส่วนภูมิภาค$|ฝ่ายผลิตแห่งประเทศไทย$)|ประปา(?!นครหลวง$|ส่วนภูมิภาค$)|ท่าเรือ(?!แห่ง)|นิคม(?!อุตสาหกรรมแห่ง)|"
    r"ยาง(?!แห่ง)|กีฬา(?!แห่งประเทศ)|เคหะ(?!แห่ง)|ทางพิเศษ(?!แห่ง))|ศาล(?!ฎีกา|รัฐธรรมนูญ|ยุติธรรม|ปกครอง|อาญา|อุทธรณ์|แรงงาน|ทหาร|ล้มละลาย|ภาษี|ทรัพย์สิน|แพ่ง|เยาวชน|จังหวัด|แขวง|ประชาชน|ชั้น)|"
    r"สหพันธ์สาธารณรัฐ|สหพันธรัฐ|สหภาพ(?:เมียนมา|แรงงาน$|โซเวียต)|เทศบาล(?:เมือง|นคร|ตำบล)?$|พรรค(?:การเมือง|ร่วม|ฝ่าย|พวก|แกน|ที่|ใหญ่|เล็ก|เดียว)|"
    r"ศูนย์(?:กลาง|การประชุม|การค้า|บริการ|การเรียนรู้|เรียนรู้|บำบัด|บ่มเพาะ|แสดง|พัก|ฉีด|ดำรงธรรม|วัฒนธรรมแห่ง|เปลี่ยน|เด็กเล็ก|ราชการ|ไปรษณีย์|แถลงข่าว|องศา|สูตร|ถ่วง|รวม|สั่ง|"
    r"ปฏิบัติธรรม|กระจาย|รับซื้อ|ให้|อุบัติเหตุ|ช้อปปิ้ง|จำหน่าย|ซ่อม|อพยพ|พักพิง|ข้อมูล$|วิจัย$|อาหาร|สุขภาพ|กีฬา$|สำรอง|เช่า|เครือข่าย|ประชาสัมพันธ์$|ลูกค้า|เล็ง|พัฒนาเด็ก)|"
    r"ธนาคาร(?:เลือด|ปู|ขยะ|น้ำ|กลาง|พาณิชย์|เพื่อ$|ได้|เพิ่ม|บ้าน|ของรัฐ|รัฐ|ชุมชน|ต้น|เวลา|อาหาร|เมล็ด|ข้อมูล|โค|ข้าว|สมอง|ประชาชน|ออนไลน์|ไร้|เชื้อ|ใต้|ชั้น|คู่|เฉพาะ|เอกชน|ผู้|สัตว์|เฉพาะกิจ|ไทย$)|"
    r"คณะกรรมการ(?:หมู่บ้าน|วินิจฉัย$|กองทุนหมู่บ้าน$|ประจำ|บริหาร$|ฝ่าย|สอบ|จัดงาน|ตัดสิน|คัดเลือก|สรรหา|ดำเนิน|ชุมชน|จังหวัด$|พิจารณา$|กลั่นกรอง$|ผู้ทรง|ตรวจ(?:รับ|ร่าง|การ)|ชุด|สถานศึกษา|มัสยิด$|ร่วม$|วิชาการ$)|"
    r"สหกรณ์(?:การเกษตร|ออมทรัพย์|โคนม|ร้านค้า|บริการ|นิคม|ดีเด่น|เข้มแข็ง|นักเรียน|ประมง|เครดิต|แห่ง|ภาค|ทั่ว|และ|เป็น|ใน)\S*$|เรือนจำ(?:สี|อีก)|ทัณฑสถานวัน|"
    r"โรงเรียน(?:เทศบาล|แพทย์|ผู้สูงอายุ|จิตอาสา|พระปริยัติ|ขนาด|การเงิน|พื้นที่|มัธยม|นานาชาติ|ตาดีกา|เบาหวาน|ประจำ|สังกัด|เอกชน|รัฐ|คุณภาพ|ต้นแบบ|เครือ|ประถม|นำร่อง|ปลอด|วิถี|ชาวนา|เกษตรกร|ปลายทาง|สีขาว|คู่|แกน|สอน|กีฬา$|สาธิต$|กวด|สหกรณ์$|ปอเนาะ)|"
    r"สมาคม(?:ธนาคาร$|แม่บ้าน$|การค้า$|ประมง$|อาเซียน$|วิชาชีพ|ธุรกิจ$|กีฬา$|นายจ้าง|เศรษฐกิจ)|วิทยาลัย(?:ชุมชน|การจัดการ|มหาดไทย|เทคนิค|อาชีวศึกษา|เกษตร|สงฆ์|พยาบาล)$|มหาวิทยาลัย(?:ไทย|ราชภัฏ(?:\S*ภาค|$)|ชั้น|ของ|เอกชน|ราชมงคล$|เทคโนโลยี(?:ราชมงคล|พระจอมเกล้า)?$|ใน|ที่|วิจัย|รัฐ|เครือ|สงฆ์$|ต้น|คู่)|"
    r"สำนักงาน(?:เขต$|อุตสาหกรรม$|ภูมิภาค|ทางหลวงชนบท$|เขตกรุงเทพมหานคร|การประปา|ใหญ่|สาขา|จังหวัด|อำเภอ|ประจำ|กลาง|ชั่วคราว|ใน|ตัวแทน|ที่|ส่วน|ภาค|สีเขียว|ย่อย|ให้|ตำบล|ไฟฟ้า|บัญชี|กฎหมาย|ทนาย|ท้องถิ่น|ขนส่งจังหวัด$|สนาม|ประเทศไทย|ผู้แทน)|"
    r"สำนัก(?:นายกรัฐมนตรี.+|วัฒนธรรม$|แผนภาษี|พิมพ์|สงฆ์|ทะเบียน|ข่าว$|ใน|ปฏิบัติ|หอ|เรียน|งาน$)|คณะทำงาน(?:รัฐมนตรี|ร่วม|เฉพาะกิจ$|แก้ไขปัญหา$|ด้าน|อาเซียน$|ทั้ง|ชุด|นายก|ที่|ของ|พรรค|จังหวัด|ระดับ)|คณะอนุกรรมการ(?:ด้าน|นโยบาย$|บริหาร$|ระดับ|ประจำ)|"
    r"คณะกรรมาธิการ(?:วิสามัญ|สามัญ|ร่วม$|ชุด)|ชมรม(?:กำนัน|ผู้สูงอายุ|ต่าง|คน)|บรรษัท(?:ภิบาล|ข้าม)|สหพันธ์สมาคม$|กองร้อย|ตำรวจภูธรภาค$|สถาน(?:ทูต|กงสุล|เอกอัครราชทูต)(?:ไทย$|ต่าง|ใน|ของ|ประจำ(?!ประเทศ)|กิตติ|ณ)|"
    r"วิสาหกิจชุมชน(?:ทั่ว|ต่าง|ดัง|และ|จำนวน|แห่ง|การ)|กองทัพ(?:พระราม|ของ)|สมัชชา(?:สมัย|ครั้ง)|ที่ว่าการ(?:อำเภอ|ตำบล|เขต)?$|บริษัท(?!ขนส่ง|หลักทรัพย์จัดการ|วิทยุการบิน|ไปรษณีย์ไทย|การบินไทย|ท่าอากาศยานไทย|ปตท|ทางด่วนและ).*|คณะ(?:สงฆ์|ครู|บุคคล|เจ้าหน้าที่|ทูต|เข้า|หัวหน้า|รัฐมนตรี.+).*"
)
QUANTIFIER = regex.compile(r"(?:ทุก|หลาย|แต่ละ|บาง|เป็น|มี|จำนวน|ไม่ใช่) ?$")
COUNTED = regex.compile(
    r" ?(?:ต่าง|ทุก|ทั่ว|อื่น|ๆ|\d+ ?(?:แห่ง|คณะ|โรง|ชุด|บริษัท|ราย|องค์กร|หน่วย|กลุ่ม|สาขา|คน|ทีม))"
)
THAI_WORDS = "ดีอีเอส|ดีอี|บีโอไอ|ดีเอสไอ|ดีป้า|ไอแบงก์|ยูเนสโก|ยูนิเซฟ|นิด้า|เนคเทค|ไบโอเทค|นาโนเทค|เอสแคป|อีอีซี|ดีพร้อม|ทีเส็บ|จิสด้า|เอ็มเทค|ไจก้า|เจโทร|ไทยพีบีเอส|สภาพัฒน์|ศบค"
SHORT = regex.compile(
    r"[ ”\"]{0,2}\( ?(?P<short>(?!รมว|รมช|รมต|ผอ\.|ผบ|ปลัด|ปกท|ผตร|รปอ|ชปอ|ลธ|ฉบับ|ผช|อสจ|พมจ|มาตรา|พ\.ศ|ค\.ศ|ม\.\d|น\.|พ\.ร\.|รอง|หน\.|อทล|ผวจ|นรม)"
    rf"(?:[ก-ฮ][ก-ฮเ-ไะ-ู็-์.]{{0,14}}\.|[A-Z][A-Za-z&+\-]{{1,10}}(?: D? ?B(?:ank|ANK))?|{THAI_WORDS}|มศว|พม|วธ|สธ|อสมท)) ?\)"
)
ORGANISATION = regex.compile(
    r"[ ”\"]{0,2}\( ?[A-Z][^()\n]{0,100}(?:Cent(?:er|re)|Office|Department|Agency|Institute|Organi[sz]ation|Committee|Council|Commission|Authority|Association|"
    r"Foundation|Bank|University|Federation|Ministry|Board|Fund|Bureau|Hospital|College|Union|Chamber|Command|Division|Limited|Ltd)"
)
COMPANY = regex.compile(
    r"บริษัท (?!จำกัด)(?:(?!บริษัท| และ )[^\n()“”\",:;]){2,60}? ?(?:\([^()\n]{2,20}\) ?)?จำกัด(?: ?\(มหาชน\))?"
)
SPACED = regex.compile(r"[ก-๎](?:[ก-๎ฯ]| (?! )){4,100}$")
LEGAL = regex.compile(r"[ ”\"“]*(?:จำกัด)?[ ”\"]*(?:\((?:องค์การมหาชน|มหาชน)\))?[ ”\"]*$")
# Latin names of bodies that releases use without their Thai names.
INTERNATIONAL = frozenset(
    "WHO FAO ILO IMF ADB WTO OECD APEC EU UN UNDP UNHCR UNODC UNEP UNICEF UNESCO UNFPA UNFCCC UNESCAP ESCAP IAEA ICAO IMO ITU WIPO IOM JICA JETRO GIZ "
    "BIMSTEC G20 G7 BRICS EFTA GCC OIC ABAC USABC BOI DITP DEPA NIA ETDA TCEB GISTDA NECTEC NSTDA DSI CAAT TDRI OKMD CEA TGO EGAT IUCN INTERPOL Interpol "
    "AOT EXIM UNAIDS IFAD WFP NATO AFD AIIB MEA PEA UNIDO KOICA IRENA WADA FIFA FATF UNWTO SEAMEO".split()
)
# Latin short forms in such parentheses that name a thing, a place or an event.
NO_SHORT = frozenset(
    "กม. Engagement PDPA RCEP SDGs MOU MoU ITA EV EVs Hub Cluster SMEs SME NGOs NGO CSR FTA GI GAP TOD OTOP Startup Depot CY NCDs Sandbox MLR MRT Retry PPP AI "
    "CBTx MRO OQ SM CI EMS SFIs NBT GDP PPE GPS GPPC BRI EEC SEC Hackathon Network Partnership ESG Board Data Call Online Center OSS EIA HACCP GMP SEZ AEC "
    "Fruit Digital Smart Green Model Big Startups ADGMIN ADGSOM Banks Bank ATM QR Hospital Clinic School Team Fund Nodal Zoom".split()
)
NO_BODY_SHORT = frozenset(
    "ม. ต. อ. จ. ถ. บ. กม. ว. ท. ก. ป. ข. ส. ร. สปอ. อพม. อสม. อปพร. อถล. ชรบ.".split()
)


@define
class Node:
    """How often a string of words stands in releases, and what stands around it."""

    words: tuple[str, ...]
    total: int = 0
    ends: int = 0
    short: int = 0
    plain: int = 0
    after: Counter[str] = field(factory=Counter)


def main(path: str) -> None:
    """Read the corpus and write both tables."""
    raw = pyarrow.parquet.read_table(path, columns=["text"])["text"].to_pylist()
    texts = [fold(text).text for text in raw]
    registry = {
        name: row[1]
        for row in read_table("agencies")
        for name in (row[1], *row[2].split("|"))
        if name
    }
    heads = sorted(
        {r[0] for r in read_table("agency_heads") if r[1] in ("unit", "company")} | {*MORE_HEADS},
        key=len,
        reverse=True,
    )
    kept = proven(tree(runs(texts, heads), heads), heads, registry)
    defined = definitions(texts)
    kept.update(spaced(texts, defined, kept, heads, registry))
    write(
        "agency_names",
        [
            f"# Names of bodies whose right end is proven in {LEAST} releases or more. Columns: name, releases.",
            f"# Source: tools/mine_agencies.py over {len(texts):,} releases; no clause, no plain noun.",
        ],
        [(name, str(number)) for name, number in sorted(kept.items())],
    )
    write(
        "agency_abbreviations",
        [
            "# Short forms that releases define in parentheses after a body's name.",
            "# Columns: short form; name; releases that define it so; releases that define this short form at all;",
            "# bare: yes where a use without a definition is reliably a body, and this one if the two counts are near.",
            f"# Source: tools/mine_agencies.py, {len(texts):,} releases; names as in agencies.tsv where it has them.",
        ],
        short_forms(texts, defined, kept, registry),
    )


# -- the tree --------------------------------------------------------------------------------------


def runs(texts: Iterable[str], heads: Sequence[str]) -> dict[str, list[int]]:
    """Count each run of letters from a head on: releases, definitions after it, plain uses."""
    pattern = regex.compile("(?:" + "|".join(map(regex.escape, heads)) + ")[ก-ฮะ-ฺเ-ๅ็-๎]{2,110}+")
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for text in texts:
        here: dict[str, list[bool]] = {}
        for match in pattern.finditer(text):
            start, end = match.span()
            if start and text[start - 1] in "เแโใไ":
                continue
            marks = here.setdefault(match[0], [True, False, False])
            if SHORT.match(text, end) or ORGANISATION.match(text, end):
                marks[1] = True
            if QUANTIFIER.search(text, max(0, start - 8), start) or COUNTED.match(text, end):
                marks[2] = True
        for run, marks in here.items():
            for place, mark in enumerate(marks):
                found[run][place] += mark
    return found


def tree(found: dict[str, list[int]], heads: Sequence[str]) -> dict[str, Node]:
    """Cut the runs into words and count every beginning of them."""
    nodes: dict[str, Node] = {}
    for run, (releases, short, plain) in sorted(found.items()):
        words = split(run, heads)
        at = 0
        for place, word in enumerate(words):
            at += len(word)
            node = nodes.get(run[:at])
            if node is None:
                node = nodes[run[:at]] = Node(words[: place + 1])
            node.total += releases
            node.plain += plain
            if place + 1 < len(words):
                node.after[words[place + 1]] += releases
        nodes[run].ends += releases
        nodes[run].short += short
    return {string: node for string, node in nodes.items() if node.total >= LEAST}


def split(run: str, heads: Sequence[str]) -> tuple[str, ...]:
    """Cut a run into its head and words."""
    head = head_of(run, heads)
    cuts = edges(run, len(head), len(run))
    return (head, *(run[a:b] for a, b in pairwise(cuts)))


def head_of(name: str, heads: Sequence[str]) -> str:
    return next((head for head in heads if name.startswith(head)), "")


# -- which nodes are names -------------------------------------------------------------------------


def proven(
    nodes: dict[str, Node], heads: Sequence[str], registry: dict[str, str]
) -> dict[str, int]:
    """Return the nodes that are names of bodies, with the releases in which they end."""
    teachers = {n for n in registry if n in nodes} | {
        s
        for s, n in nodes.items()
        if n.short >= max(4, 0.1 * n.total) and n.words[-1] not in JOINTS
    }
    names: dict[str, int] = {}
    for _ in range(3):
        borders = learn(nodes, teachers)
        names = accept(nodes, borders, heads, registry)
        teachers = {n for n in names if n in registry or names[n] >= 12}
    return names


def learn(nodes: dict[str, Node], teachers: set[str]) -> dict[str, float]:
    """Return for each word how likely a name ends before it."""
    after: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    inner = {
        "".join(nodes[t].words[:i]) for t in teachers for i in range(2, len(nodes[t].words) + 1)
    }
    for teacher in sorted(teachers):
        node = nodes[teacher]
        for word, number in node.after.items():
            if teacher + word not in inner:
                after[word] += min(number, 4)
        for word in node.words[1:]:
            inside[word] += min(node.total, 4)
    likely = {w: (after[w] + 0.5) / (after[w] + inside[w] + 1.5) for w in {*after, *inside}}
    likely.update((word, 0.97) for word in CLAUSE)
    return likely


def accept(
    nodes: dict[str, Node],
    borders: dict[str, float],
    heads: Sequence[str],
    registry: dict[str, str],
) -> dict[str, int]:
    """Judge every node, the longest first: a shorter name gets what no longer one has claimed."""
    claimed: dict[str, float] = {}
    names: dict[str, int] = {}
    plain = plain_nouns()
    for string in sorted(nodes, key=lambda s: (-len(s), s)):
        node = nodes[string]
        taken = sum(claimed.get(string + word, 0.0) for word in node.after)
        ends = node.ends + sum(
            (number - claimed.get(string + word, 0.0)) * borders.get(word, 0.3)
            for word, number in node.after.items()
        )
        if (
            ends >= LEAST
            and node.ends >= 2
            and (ends >= 0.35 * node.total or string in registry)
            and is_name(string, nodes, borders, heads, registry, plain)
        ):
            names[string] = round(ends)
            taken += ends
        claimed[string] = min(taken, node.total)
    return names


def plain_nouns() -> dict[str, regex.Pattern[str] | None]:
    """Return the complements in agency_heads that make a plain noun of a head."""
    rows = {row[0]: row[3] if len(row) > 3 else "" for row in read_table("agency_heads")}
    return {
        head: regex.compile(text.replace("$", "(?![ก-๎])")) if text else None
        for head, text in rows.items()
    }


def is_name(
    string: str,
    nodes: dict[str, Node],
    borders: dict[str, float],
    heads: Sequence[str],
    registry: dict[str, str],
    plain: dict[str, regex.Pattern[str] | None],
) -> bool:
    """Whether a string whose end is proven is the name of one body."""
    if string in registry:
        return True
    node = nodes[string]
    head, *words = node.words
    rest = string[len(head) :]
    if not words or len(rest) < 2 or rest[0] in MARKS or NO_BODY.match(string):
        return False
    if (
        words[-1] in JOINTS
        or words[0] in CLAUSE
        or words[0] in ("และ", "ของ", "ใน", "ที่", "เพื่อ", "มี", "ให้")
    ):
        return False
    strong = node.short >= max(3, 0.1 * node.total)
    if head.startswith(PLAIN) and not (node.short >= max(4, 0.25 * node.total)):
        return False
    pattern = plain.get(head)
    if pattern is not None and pattern.match(rest):
        return False
    vague = head.startswith(VAGUE)
    if not strong and node.plain > (0.2 if vague else 0.35) * node.total:
        return False
    if any(word in CLAUSE for word in words) and node.short < max(5, 0.3 * node.total):
        return False
    return not runs_on(string, nodes, borders, heads, registry, strong)


def runs_on(
    string: str,
    nodes: dict[str, Node],
    borders: dict[str, float],
    heads: Sequence[str],
    registry: dict[str, str],
    strong: bool,
) -> bool:
    """Whether a shorter name ends inside, and the rest is a clause or a second body."""
    node = nodes[string]
    words = node.words
    for place in range(2, len(words)):
        shorter = "".join(words[:place])
        inner = nodes.get(shorter)
        if inner is None:
            continue
        rest = string[len(shorter) :]
        known = shorter in registry
        if known and not strong and inner.ends >= node.total and not is_place(rest):
            return True
        if words[place] in ("และ", "ของ", "แห่ง", "ใน", "เพื่อ", "ด้าน"):
            if inner.ends >= node.total and not strong and words[place] == "และ":
                return True
            continue
        if borders.get(words[place], 0.3) > 0.55 and inner.ends >= node.total and not strong:
            return True
        second = head_of(rest, heads)
        if len(second) > 2 and len(rest) > len(second) + 1 and inner.ends >= node.total:
            return True
    return False


def is_place(rest: str) -> bool:
    """Whether what follows a name only says where the body is."""
    return (
        rest in _PLACES or regex.match(r"(?:แห่ง|ประจำ|ของ)?(?:ประเทศไทย|จังหวัด)", rest) is not None
    )


_PLACES = frozenset(row[0] for row in read_table("places"))


# -- names with spaces -----------------------------------------------------------------------------


def definitions(texts: Iterable[str]) -> Counter[tuple[str, str]]:
    """Count (what stands left of the parenthesis on its line, short form), once per release."""
    found: Counter[tuple[str, str]] = Counter()
    for text in texts:
        here = set()
        for match in SHORT.finditer(text):
            start = match.start()
            left = text[max(0, start - 120) : start].rsplit("\n", 1)[-1]
            if left and ("ก" <= left[-1] <= "๎" or left[-1] in '”")'):
                here.add((left, match["short"]))
        found.update(here)
    return found


def spaced(
    texts: Iterable[str],
    defined: Counter[tuple[str, str]],
    kept: dict[str, int],
    heads: Sequence[str],
    registry: dict[str, str],
) -> dict[str, int]:
    """Return the names with inner spaces: companies, and what a short form stands behind."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update({match[0] for match in COMPANY.finditer(text)})
    companies = {name: n for name, n in found.items() if n >= LEAST and one_company(name)}
    begins = regex.compile("(?:" + "|".join(map(regex.escape, heads)) + ")")
    listed: Counter[str] = Counter()
    for (left, _), number in defined.items():
        run = SPACED.search(LEGAL.sub("", left))
        starts = [m.start() for m in begins.finditer(run[0])] if run else []
        for start in starts:
            name = run[0][start:] if run else ""
            if " " in name and not any(
                name[i - 1] == " " for i in (s - start for s in starts) if i
            ):
                listed[name] += number
    names = {
        name: n
        for name, n in listed.items()
        if n >= LEAST and not name.startswith(("บริษัท", *PLAIN)) and _is_list(name, kept, listed)
    }
    known: Counter[str] = Counter()
    wanted = regex.compile(
        "|".join(
            map(regex.escape, sorted((n for n in registry if " " in n), key=len, reverse=True))
        )
    )
    for text in texts:
        known.update({match[0] for match in wanted.finditer(text)})
    return {**companies, **names, **{name: n for name, n in known.items() if n >= LEAST}}


def one_company(name: str) -> bool:
    return not regex.search(r"(?:โดย|ได้|ร่วมกับ|ซึ่ง|ผู้จัดการ|ประธาน|เป็น|ที่) |(?:ชั้นนำ|ต่าง)", name)


def _is_list(name: str, kept: dict[str, int], listed: Counter[str]) -> bool:
    """Whether the spaces stand inside one name, not between two names or a name and a clause."""
    first, *others = name.split(" ")
    if first in kept and kept[first] > 2 * listed[name]:
        return False
    if any(w in CLAUSE for piece in name.split(" ") for w in split(piece, ())[1:]):
        return False
    return len(others) <= 4 and NO_BODY.match(name) is None and all(len(p) > 2 for p in others)


# -- short forms -----------------------------------------------------------------------------------


def short_forms(
    texts: Sequence[str],
    defined: Counter[tuple[str, str]],
    kept: dict[str, int],
    registry: dict[str, str],
) -> list[tuple[str, ...]]:
    """Return the rows of the short forms, the commonest name first."""
    names = {**{name: name for name in kept}, **registry}
    own = {
        (row[1], s)
        for row in read_table("agencies")
        for s in (*row[3].split("|"), *row[5].split("|"))
    }
    by_short: dict[str, Counter[str]] = defaultdict(Counter)
    for (left, short), number in defined.items():
        by_short[short][named_at_end(left, names)] += number
    rows = []
    for short, of in sorted(by_short.items()):
        if short in NO_SHORT or short in NO_BODY_SHORT:
            continue
        total, other = sum(of.values()), of.pop("", 0)
        counted = measured(texts, short) if not short.isascii() and len(short) <= 4 else False
        for place, (name, number) in enumerate(sorted(of.items(), key=lambda x: (-x[1], x[0]))):
            if number < (2 if (name, short) in own else LEAST):
                continue
            bodies = total - other >= 0.7 * total
            if short.isascii():
                bare = place == 0 and bodies and (short in INTERNATIONAL or total >= 12)
            else:
                bare = (
                    place == 0 and bodies and not counted and (total >= 8 or (name, short) in own)
                )
            rows.append((short, name, str(number), str(total), "yes" if bare else "no"))
    known = {row[0] for row in rows}
    rows += [(short, "", "0", "0", "yes") for short in sorted(INTERNATIONAL - known)]
    return sorted(rows, key=lambda row: (row[0], -int(row[2]), row[1]))


def named_at_end(left: str, names: dict[str, str]) -> str:
    """Return the known name that stands at the end, the longest of them, or nothing."""
    for text in (left.rstrip(' ”"“'), LEGAL.sub("", left)):
        for start in range(max(0, len(text) - 115), len(text) - 3):
            if text[start:] in names:
                return names[text[start:]]
    return ""


def measured(texts: Sequence[str], short: str) -> bool:
    """Whether a short form of few letters is a unit of measure as often as not."""
    pattern = regex.compile(rf"(?P<number>\d ?)?(?<![ก-๎.]){regex.escape(short)}(?![ก-ฮ]{{1,3}}\.)")
    uses = [m["number"] is not None for text in texts[::10] for m in pattern.finditer(text)]
    return bool(uses) and sum(uses) > 0.3 * len(uses)


def write(table: str, comment: list[str], rows: Iterable[tuple[str, ...]]) -> None:
    """Write one table."""
    lines: Iterator[str] = ("\t".join(row) for row in rows)
    (DATA / f"{table}.tsv").write_text("\n".join([*comment, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus/releases.parquet")
