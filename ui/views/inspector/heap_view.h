// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Heap page: what is alive at the step, in groups that open, searched by type, value or name, with what came and went since a mark. A click on an
// object selects it, and the picture shows it.

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTreeView;

namespace memtape {

class Appearance;
class Cursor;
class Document;
class HeapModel;
class Selection;
class WhileSeen;

class HeapView : public QWidget {
    Q_OBJECT
public:
    HeapView(Document& document, Cursor& cursor, Selection& selection, const Appearance& appearance, QWidget* parent = nullptr);
    HeapModel& model() { return *m_model; }
    QTreeView& tree() { return *m_tree; }
    QLineEdit& searchField() { return *m_search; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildChoices(QHBoxLayout* row);
    void buildTree();
    void refresh();
    void restyle();
    void showFigures();
    void fitColumns();
    void keepPlace(); // what is open and current comes back when the rows are others
    void restorePlace();
    void choose(const QModelIndex& index);

    Document& m_document;
    Cursor& m_cursor;
    Selection& m_selection;
    const Appearance& m_appearance;
    WhileSeen* m_seen;
    HeapModel* m_model;
    QLineEdit* m_search;
    QLabel *m_groupBy, *m_figures, *m_library, *m_empty;
    QButtonGroup* m_grouping;
    QToolButton* m_mark;
    QPushButton* m_show;
    QTreeView* m_tree;
    int m_scroll = 0, m_currentGroup = -1, m_currentObject = -1;
    bool m_restoring = false;
};

}
