// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/layout/box_forms.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "ui/scene/groups/tile_grid.h"
#include "ui/scene/layout/lanes.h"

namespace memtape {

namespace {

constexpr int nodeCells = 5;    // an instance with more is a card
constexpr int unevenCells = 12; // a row of more has cells of one width
constexpr int treeCells = 8;    // a container within a tree that has more is a column

double clampWidth(double width) { return lanes::above(std::clamp(width, metrics::boxMinimum, metrics::boxMaximum)); }

double sum(const QVector<double>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0); }

// What the header needs more than the cells goes to these.
void stretch(BoxForm& form) {
    double spare = form.width - 2 * metrics::rowSide - sum(form.cellWidths);
    if (spare <= 0 || form.cellWidths.isEmpty()) return;
    for (double& cell : form.cellWidths) cell += spare / double(form.cellWidths.size());
}

double widthOfCells(const RecordedBox& box, const QVector<double>& widths) {
    double all = 2 * metrics::rowSide;
    for (int i = 0; i < box.cells; ++i) all += widths.isEmpty() ? metrics::cellMinimum : widths[std::min(i, int(widths.size()) - 1)];
    if (box.more > 0 && !widths.isEmpty()) all += box.more - widths.last();
    return all;
}

BoxForm rowForm(const RecordedBox& box, QVector<double> widths, double lineWidth) {
    BoxForm form;
    form.form = Form::Row;
    form.lineWidth = lineWidth;
    bool even = box.more > 0 || box.cells > unevenCells;
    if (even && !widths.isEmpty()) widths.fill(*std::max_element(widths.begin(), widths.end()));
    form.cellWidths = widths;
    const double all = widthOfCells(box, widths);
    form.width = lanes::above(std::max({std::min(all, lineWidth + 8), box.briefHeader, metrics::boxMinimum}));
    return form;
}

// Across and down, of what has cells; of others, and where nothing was chosen, none.
std::optional<BoxForm> chosenForm(const RecordedBox& box, const FormRoom& room) {
    FormChoice choice = room.chosen.of(box.id, box.type);
    bool hasCells = !box.cellWidths.isEmpty() && !box.hasWords;
    if (choice == FormChoice::Automatic || (choice == FormChoice::Across && !hasCells) || (choice == FormChoice::Down && box.cellWidths.isEmpty()))
        return std::nullopt;
    BoxForm form = lineForm(box);
    if (choice == FormChoice::Folded) form.width = clampWidth(std::max(box.briefHeader, metrics::boxMinimum));
    if (choice == FormChoice::Across) {
        form = rowForm(box, box.cellWidths, room.lineWidth);
        if (!isContainer(box.kind)) form.form = Form::Node;
    }
    form.isChosen = true;
    return form;
}

class Choosing {
public:
    Choosing(const RunRecord& record, const ObjectForest& forest, const FormRoom& room) : m_record(record), m_forest(forest), m_room(room) {}

    std::vector<BoxForm> run() {
        m_forms.resize(m_forest.nodes.size());
        for (int node = 0; node < int(m_forms.size()); ++node)
            if (box(node).kind == ObjectKind::Record) {
                auto& cells = m_cellsOfType[box(node).type];
                cells = std::max(cells, box(node).hasWords ? nodeCells + 1 : box(node).cells);
            }
        for (int node = 0; node < int(m_forms.size()); ++node) m_forms[size_t(node)].form = choose(node);
        for (int node = 0; node < int(m_forms.size()); ++node)
            if (m_forms[size_t(node)].form == Form::Node) widen(m_ofType[box(node).type], node);
        for (int node = 0; node < int(m_forms.size()); ++node)
            if (int parent = m_forest.nodes[size_t(node)].parent; m_forms[size_t(node)].form == Form::Row && parent >= 0)
                widen(m_ofParent[parent], node);
        for (int node = 0; node < int(m_forms.size()); ++node) measure(node);
        return std::move(m_forms);
    }

private:
    struct Widths {
        QVector<double> cells;
        double box = 0;
    };

    const RecordedBox& box(int node) const { return m_record.boxes[node]; }

    Form choose(int node) const {
        if (auto chosen = chosenForm(box(node), m_room)) return chosen->form;
        const ForestNode& at = m_forest.nodes[size_t(node)];
        Form alone = formOf(box(node), m_room).form;
        int parent = at.parent;
        bool ofTree = parent >= 0 && m_forest.nodes[size_t(parent)].kinship == Kinship::Tree;
        if (alone == Form::Column) {
            bool holdsKin = std::any_of(at.children.begin(), at.children.end(),
                                        [&](int child) { return m_forest.nodes[size_t(child)].kinship == Kinship::Tree; });
            return ofTree && holdsKin && box(node).cells <= treeCells ? Form::Row : Form::Column;
        }
        if (box(node).kind != ObjectKind::Record || m_cellsOfType.value(box(node).type) > nodeCells) return alone;
        bool isRecord = parent >= 0 && isContainer(box(parent).kind);
        return at.kinship != Kinship::None || isRecord ? Form::Node : Form::Card;
    }

    void widen(Widths& widths, int node) const {
        for (int i = 0; i < box(node).cellWidths.size(); ++i) {
            if (widths.cells.size() <= i) widths.cells.append(metrics::cellMinimum);
            widths.cells[i] = std::max(widths.cells[i], box(node).cellWidths[i]);
        }
        widths.box = std::max(widths.box, box(node).briefHeader);
    }

    void measure(int node) {
        BoxForm& form = m_forms[size_t(node)];
        const ForestNode& at = m_forest.nodes[size_t(node)];
        if (auto chosen = chosenForm(box(node), m_room)) {
            form = *chosen;
        } else if (form.form == Form::Node) {
            const Widths& of = m_ofType[box(node).type];
            form.cellWidths = of.cells;
            form.width = lanes::above(std::max({of.box, sum(of.cells) + 2 * metrics::rowSide, metrics::boxMinimum}));
            stretch(form);
        } else if (form.form == Form::Row && at.parent >= 0) {
            const Widths& of = m_ofParent[at.parent];
            form = rowForm(box(node), of.cells, m_room.lineWidth);
            form.width = std::max(form.width, lanes::above(of.box));
        } else if (form.form == Form::Row) {
            form = rowForm(box(node), box(node).cellWidths, m_room.lineWidth);
        } else {
            form = formOf(box(node), m_room);
            bool opens = form.form == Form::Column && !at.children.empty();
            if (opens) form.width = clampWidth(std::max(box(node).briefHeader, box(node).lines));
        }
    }

    const RunRecord& m_record;
    const ObjectForest& m_forest;
    const FormRoom& m_room;
    std::vector<BoxForm> m_forms;
    QHash<uint32_t, int> m_cellsOfType;
    QHash<uint32_t, Widths> m_ofType;
    QHash<int, Widths> m_ofParent;
};

}

BoxForm formOf(const RecordedBox& box, const FormRoom& room) {
    if (box.members) {
        BoxForm form;
        form.form = Form::Group;
        form.width = TileGrid::width;
        return form;
    }
    if (auto chosen = chosenForm(box, room)) return *chosen;
    if (isContainer(box.kind) && !box.hasArrows && !box.hasWords) return rowForm(box, box.cellWidths, room.lineWidth);
    BoxForm form = lineForm(box);
    if (isValueKind(box.kind) && box.cellWidths.isEmpty()) form.form = Form::Text;
    return form;
}

BoxForm acrossForm(const RecordedBox& box, double lineWidth) { return rowForm(box, box.cellWidths, lineWidth); }

BoxForm lineForm(const RecordedBox& box) {
    BoxForm form;
    form.form = isContainer(box.kind) ? Form::Column : Form::Card;
    form.width = clampWidth(std::max(box.fullHeader, box.lines));
    return form;
}

std::vector<BoxForm> chooseForms(const RunRecord& record, const ObjectForest& forest, const FormRoom& room) {
    return Choosing(record, forest, room).run();
}

}
