// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words that wrap and can be selected, and change at each step. A label of Qt's lays its text out dozens of times to learn how wide it would like to be,
// which nobody asks of one that is as wide as its panel; this one lays it out once for a width.

#include <QLabel>

namespace memtape {

class WrappedWords : public QLabel {
public:
    WrappedWords();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    mutable QString m_measured; // the text whose height is known, at this width
    mutable int m_width = -1, m_height = 0;
};

}
