// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Find in time: a field over the timeline. Where the text is no expression, the place and the reason stand below it.

#include <QTimer>
#include <QWidget>
#include <optional>

#include "ui/controls/actions.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace memtape {

class Appearance;
class Cursor;
class Document;
class FieldCaret;
class TimeSearch;

class TimeSearchBar : public QWidget {
    Q_OBJECT
public:
    TimeSearchBar(Document& document, Cursor& cursor, const Appearance& appearance, const Actions& actions, QWidget* parent = nullptr);
    void open(); // or goes to it
    void close();
    void goToFound(bool backwards); // the nearest from where the cursor stands; opens the bar where there is nothing to look for
    TimeSearch& search() { return *m_search; }
    QLineEdit& field() { return *m_field; }
    QString problemText() const; // as it stands below the field; empty: nothing does

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    void look();        // for what is typed
    void goOnToFound(); // as soon as it is known which is the nearest
    void showState();

    Cursor& m_cursor;
    const Appearance& m_appearance;
    TimeSearch* m_search;
    QLabel *m_title, *m_status;
    QLineEdit* m_field;
    QToolButton *m_previous, *m_next, *m_close;
    FieldCaret* m_caret;
    QTimer m_typed;
    std::optional<bool> m_wantsFound; // backwards, or not; none: nobody waits for a find
};

}
