"""How hands say how large pages are to be: the wheel with Ctrl, a pinch on pad or screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

WHEEL = 1.0015
"""By so much for each of the 120 steps of a notch."""


def zoom_asked(event: QEvent, viewport: QWidget) -> tuple[float, QPointF] | None:
    """By what to multiply the zoom, and the point of the viewport to keep; None: no such event."""
    if isinstance(event, QWheelEvent):
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return WHEEL ** event.angleDelta().y(), event.position()
    elif isinstance(event, QNativeGestureEvent):
        if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            return 1 + event.value(), event.position()
    elif isinstance(event, QGestureEvent):
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture):
            # Qt repeats the last factor when the fingers are lifted.
            moves = pinch.state() is Qt.GestureState.GestureUpdated
            centre = viewport.mapFromGlobal(pinch.centerPoint())
            return pinch.scaleFactor() if moves else 1.0, centre
    return None
