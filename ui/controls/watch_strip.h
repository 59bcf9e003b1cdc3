// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The watched expressions, a row each, over the timeline, and the field that adds one. Without a row it is there only while the field is open.

#include <QVector>
#include <QWidget>

class QLabel;
class QLineEdit;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace memtape {

class Appearance;
class Cursor;
class Document;
class FieldCaret;
class Timeline;
class WatchRow;
class Watches;

class WatchStrip : public QWidget {
    Q_OBJECT
public:
    WatchStrip(Document& document, Cursor& cursor, const Appearance& appearance, QWidget* parent = nullptr);
    void setTimeline(Timeline& timeline); // above which it stands; before anything is watched
    void open();                          // the field
    void close();
    void add(const QString& expression); // as typed there
    Watches& watches() { return *m_watches; }
    QLineEdit& field() { return *m_field; }
    const QVector<WatchRow*>& rows() const { return m_rows; }
    QString problemText() const;

Q_SIGNALS:
    void closed();
    void scrubbed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void refresh();
    void restyle();
    void focusRow(qsizetype row);

    Cursor& m_cursor;
    const Appearance& m_appearance;
    Timeline* m_timeline = nullptr;
    Watches* m_watches;
    QVector<WatchRow*> m_rows;
    QScrollArea* m_scroll;
    QVBoxLayout* m_column;
    QWidget* m_adding;
    QLabel *m_title, *m_status;
    QLineEdit* m_field;
    QToolButton* m_close;
    FieldCaret* m_caret;
};

}
