// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bar above a picture whose arrows are being drawn: what is to be done, how far it is, what of it is right, and what can be done next.

#include <QFrame>

#include "ui/views/lessons/bar_look.h"

class QLabel;
class QToolButton;

namespace memtape {

class Appearance;

class DrawBar : public QFrame {
    Q_OBJECT
public:
    explicit DrawBar(const Appearance& appearance, QWidget* parent = nullptr);
    struct Said {
        BarTone tone = BarTone::Asking;
        QString title, body;
        QString place;       // where the keyboard stands: said to who cannot see it
        bool hasDots = true; // to be drawn from: how it is done is said
        bool canCheck = false, canTryAgain = false, canShow = false;
        bool operator==(const Said&) const = default;
    };
    void say(const Said& said);
    void clear() { hide(); }
    const Said& said() const { return m_said; }
    QString text() const { return accessibleName(); } // as a screen reader says it

Q_SIGNALS:
    void checkRequested();
    void tryAgainRequested();
    void showRequested();
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    void retranslate();

    const Appearance& m_appearance;
    QLabel *m_sign, *m_title, *m_body, *m_hint;
    QToolButton *m_check, *m_again, *m_show, *m_close;
    Said m_said;
};

}
