// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything about the selected object. Each row that names a step or an object is a link to it.

#include <QScrollArea>

#include "core/replay/memory_state.h"

class QVBoxLayout;

namespace memtape {

class Appearance;
class Cursor;
class Document;
class InspectorWords;
class Reading;
class Selection;
struct Fact;

class InspectorView : public QScrollArea {
    Q_OBJECT
public:
    InspectorView(Document& document, Cursor& cursor, Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);

Q_SIGNALS:
    void basisQuestioned(); // what is the language's, its implementation's, the model's

private:
    void refresh();
    void addLine();
    void addHeading(const QString& text, const QString& basis); // what it rests on, for a tip
    void addFact(const Reading& reading, const InspectorWords& words, const Fact& fact);
    void showObject(ObjectId id);

    Document& m_document;
    Cursor& m_cursor;
    Selection& m_selection;
    const Appearance& m_appearance;
    QVBoxLayout* m_rows;
};

}
