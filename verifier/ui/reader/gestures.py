"""How hands say how large pages are to be: the wheel with Ctrl, a pinch on pad or screen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

WHEEL = 1.0015
"""By so much for each of the 120 steps of a notch."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a hand asks for: what lies at one point of the viewport is to lie at another, larger."""

    factor: float
    """By what to multiply the zoom."""
    at: QPointF
    to: QPointF


def zoom_asked(event: QEvent, viewport: QWidget) -> Asked | None:
    """What an event asks for; None where it is none of a hand that zooms."""
    if isinstance(event, QWheelEvent):
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = event.position()
            return Asked(WHEEL ** event.angleDelta().y(), at, at)
    elif isinstance(event, QNativeGestureEvent):
        if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            return Asked(1 + event.value(), event.position(), event.position())
    elif isinstance(event, QGestureEvent):
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture):
            return _pinched(pinch, viewport)
    return None


def _pinched(pinch: QPinchGesture, viewport: QWidget) -> Asked:
    """Two fingers also take the paper with them."""
    now = viewport.mapFromGlobal(pinch.centerPoint())
    if pinch.state() is not Qt.GestureState.GestureUpdated:
        return Asked(1.0, now, now)  # Qt repeats the last step when the fingers are lifted
    return Asked(pinch.scaleFactor(), viewport.mapFromGlobal(pinch.lastCenterPoint()), now)
