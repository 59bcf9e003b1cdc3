// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The toolbar: program at the left, time in the middle, detail and export at the right. Narrow windows get icons for words. The buttons
// press the actions of the window's table; here is only how they look.

#include <QWidget>

#include "ui/controls/actions.h"

class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace memtape {

class Appearance;
class Cursor;
class Document;
class Playback;

class TransportBar : public QWidget {
    Q_OBJECT
public:
    TransportBar(Document& document, Cursor& cursor, Playback& playback, const Appearance& appearance, const Actions& actions,
                 QWidget* parent = nullptr);
    // It never keeps the window wide: with little room it shows less.
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }
    void setCompact(bool compact);
    void refresh();
    QLineEdit& stepField() { return *m_step; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* add(QHBoxLayout* layout, ActionId id);
    void restyle();
    void dress();
    void dressButton(QToolButton& button, ActionId id);
    void nameDetail();
    void goToTyped();
    QString stepText(uint64_t step) const; // with the words that there is room for
    int stepWidth() const;                 // that every step of the run fits in

    Document& m_document;
    Cursor& m_cursor;
    Playback& m_playback;
    const Appearance& m_appearance;
    const Actions& m_actions;
    struct Button {
        QToolButton* button;
        ActionId id;
    };
    QVector<Button> m_buttons;
    QLineEdit* m_step;
    QVector<QToolButton*> m_segments; // detail, side by side
    QToolButton* m_detail;            // the same in one button, where there is little room
    QToolButton* m_speed;
    enum class Words : uint8_t { All, OfTime, None, Fewest, Least } m_words = Words::All;
    bool m_forcedCompact = false;
};

}
