// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything about the selected object. Each row that names a step or an object is a link to it.

#include <QFrame>

#include "core/replay/memory_state.h"

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace memtape {

class Appearance;
class Cursor;
class Document;
class Selection;
struct Fact;

class InspectorView : public QFrame {
    Q_OBJECT
public:
    InspectorView(Document& document, Cursor& cursor, Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);

Q_SIGNALS:
    void closeRequested();
    void revealRequested(memtape::ObjectId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void addLine();
    void addHeading(const QString& text);
    void addFact(const Fact& fact);

    Document& m_document;
    Cursor& m_cursor;
    Selection& m_selection;
    const Appearance& m_appearance;
    QLabel* m_tab;
    QToolButton* m_close;
    QScrollArea* m_scroll;
    QWidget* m_page;
    QVBoxLayout* m_rows;
};

}
