// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/wrapped_words.h"

#include <QEvent>
#include <QFontMetrics>
#include <algorithm>

namespace memtape {

WrappedWords::WrappedWords() {
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setAlignment(Qt::AlignTop | Qt::AlignLeft);
}

QSize WrappedWords::minimumSizeHint() const { return {0, fontMetrics().height()}; }

QSize WrappedWords::sizeHint() const { return {width(), heightForWidth(width())}; }

int WrappedWords::heightForWidth(int width) const {
    if (width != m_width || m_measured != text()) {
        constexpr int highest = 100'000;
        m_width = width;
        m_measured = text();
        m_height = fontMetrics().boundingRect(0, 0, std::max(1, width), highest, int(Qt::TextWordWrap | Qt::AlignLeft), m_measured).height();
    }
    return std::max(m_height, fontMetrics().height());
}

void WrappedWords::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) m_width = -1;
    QLabel::changeEvent(event);
}

}
