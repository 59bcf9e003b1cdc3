// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A choice of a lesson's question: a button whose words wrap, as answers are sentences and the panel is narrow.

#include <QPushButton>

namespace memtape {

class Appearance;

class ChoiceButton : public QPushButton {
public:
    ChoiceButton(const QString& text, const Appearance& appearance);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {width(), heightForWidth(width())}; }
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
};

}
