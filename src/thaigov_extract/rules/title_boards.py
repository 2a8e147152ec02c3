"""The free names of boards, which tell what a board does: ``ประธานคณะทำงานขับเคลื่อน…``."""

from __future__ import annotations

from collections.abc import Callable

from ..context import Context
from ..prepared import compiled
from .name_words import LETTERS
from .title_units import MAX_RUN, run_end

_NO_BOARD = compiled(
    r"ใน|ของ|ที่|ดังกล่าว|ประจำจังหวัดแต่ละ|ทุก|ต่าง|ได้|นี้|โดย|ซึ่ง|เป็น|และ|ให้|จะ|กล่าว|นำ|ชุด|ร่วม|ระดับ|ต้อง"
)
_POLICY = compiled(rf"[{LETTERS}]{{0,{MAX_RUN}}}?นโยบาย(?:ของ)?(?=รัฐมนตรี|นายกรัฐมนตรี|รม[วช]\.)")
_DUTY = compiled(r"ต้อง|จะต้อง")
_HANGING = ("ของ", "โดย", "และ", "แห่ง", "ใน", "ตาม")


def board_end(
    context: Context, pos: int, named: int, nested: Callable[[int], int | None]
) -> int | None:
    """Return where the free name of a board ends (``คณะทำงานขับเคลื่อน…``).

    Args:
        context: The text and what was found in it.
        pos: Where the board's name begins.
        named: Where what it does begins.
        nested: Where a post that begins at a place ends, ``None`` where none does.

    Returns:
        The offset after the name, ``None`` where the board has none.
    """
    policy = _POLICY.match(context.text, named)
    if policy is not None:
        # คณะที่ปรึกษาขับเคลื่อนนโยบายรัฐมนตรีว่าการ…: the board is named after whom it advises
        return nested(policy.end())
    end = run_end(context, pos)
    if duty := _DUTY.search(context.text, named, end):
        end = duty.start()
    if end <= named or end - pos >= MAX_RUN or _NO_BOARD.match(context.text, named):
        return None
    if context.text.endswith("ขับเคลื่อน", named, end) and context.text.startswith(" ", end):
        body = context.at("agency", end + 1)
        if body is not None:
            return body.end  # ประธานคณะทำงานขับเคลื่อน ศบปภ.
    while context.text.endswith(_HANGING, named, end):
        end -= next(len(word) for word in _HANGING if context.text.endswith(word, named, end))
    return end
