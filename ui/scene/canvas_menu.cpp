// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/canvas_menu.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <algorithm>
#include <utility>

#include "ui/models/picture/object_text.h"
#include "ui/models/timeline/watch_expression.h"
#include "ui/scene/canvas.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/selection.h"

namespace memtape {

namespace {

bool hasRow(const BoxPicture& box, std::initializer_list<RowKind> kinds) {
    return std::any_of(box.rows.begin(), box.rows.end(),
                       [&](const RowPicture& row) { return std::find(kinds.begin(), kinds.end(), row.kind) != kinds.end(); });
}

}

void CanvasMenu::show(ObjectId id, const std::optional<RefPlace>& row, QPoint where) {
    QMenu menu(&m_canvas);
    const std::optional<RefPlace>& place = row || id != m_selection.object() ? row : m_selection.row();
    const QString expression = id || place ? watchExpression(m_reading, place, id) : QString();
    if (!expression.isEmpty())
        menu.addAction(tr("Watch %1").arg(QString(expression).replace(QLatin1Char('&'), QStringLiteral("&&"))), &m_canvas,
                       [this, expression] { Q_EMIT m_canvas.watchRequested(expression); });
    if (id && m_reading.state().isAlive(id)) addObject(menu, id);
    addPicture(menu);
    menu.exec(where - m_canvas.view().shiftOfMenu());
}

void CanvasMenu::addObject(QMenu& menu, ObjectId id) {
    const MemoryState& state = m_reading.state();
    const uint32_t type = state.object(id).type;
    const BoxPicture* box = m_canvas.picture().findBox(id);
    menu.addAction(tr("Inspect"), &m_canvas, [this, id] { m_selection.select(id); });
    if (uint64_t made = state.object(id).madeAtStep)
        menu.addAction(tr("Go to the step that made it"), &m_canvas, [this, made] { m_cursor.jumpTo(made); });
    for (bool backwards : {false, true})
        menu.addAction(backwards ? tr("Go to its previous change") : tr("Go to its next change"), &m_canvas, [this, id, backwards] {
            m_selection.select(id);
            Q_EMIT m_canvas.changeRequested(backwards);
        });
    menu.addSeparator();
    if (box && hasRow(*box, {RowKind::More})) menu.addAction(tr("Show more of it"), &m_canvas, [this, id] { m_canvas.showMore(id); });
    if (m_canvas.isPinned(id)) menu.addAction(tr("Put it back where it stood"), &m_canvas, [this, id] { m_canvas.forgetPin(id); });
    if (box) {
        if (hasRow(*box, {RowKind::Cell, RowKind::More})) addForms(menu, *box);
        menu.addAction(tr("Hide this object"), &m_canvas, [this, id] { m_canvas.hide(id); });
        menu.addAction(tr("Hide every %1").arg(QString::fromStdString(state.type(type).name)), &m_canvas, [this, type] { m_canvas.hideType(type); });
    } else {
        menu.addAction(tr("Draw as a box"), &m_canvas, [this, id, type] { m_canvas.drawAsBox(id, type); });
    }
    menu.addSeparator();
}

// How it holds its cells, of this one or of all of its type; the one that is chosen is ticked.
void CanvasMenu::addForms(QMenu& menu, const BoxPicture& box) {
    const QString type = QString::fromStdString(m_reading.state().type(box.typeId).name);
    const std::pair<FormChoice, QString> forms[] = {{FormChoice::Automatic, tr("As fits best")},
                                                    {FormChoice::Across, tr("Cells side by side")},
                                                    {FormChoice::Down, tr("A cell on each line")},
                                                    {FormChoice::Folded, tr("Folded")}};
    auto fill = [&](QMenu& forming, FormChoice now, auto choose) {
        for (const auto& [form, name] : forms) {
            QAction* action = forming.addAction(name, &m_canvas, [choose, form = form] { choose(form); });
            action->setCheckable(true);
            action->setChecked(form == now);
        }
    };
    fill(*menu.addMenu(tr("Form of this object")), m_canvas.formOf(box.id), [this, id = box.id](FormChoice form) { m_canvas.chooseForm(id, form); });
    fill(*menu.addMenu(tr("Form of every %1").arg(type)), m_canvas.choices().formsOfTypes.value(type),
         [this, type](FormChoice form) { m_canvas.chooseFormOfType(type, form); });
}

void CanvasMenu::addPicture(QMenu& menu) {
    if (m_canvas.options().unfoldRecursion) menu.addAction(tr("Fold the middle of the stack"), &m_canvas, &Canvas::foldRecursion);
    if (!m_canvas.options().opened.isEmpty()) menu.addAction(tr("Put opened objects back"), &m_canvas, &Canvas::putOpenedBack);
    if (m_canvas.hasHidden()) menu.addAction(tr("Show hidden objects again"), &m_canvas, &Canvas::showHidden);
    menu.addAction(tr("Copy as text"), &m_canvas, [this] { QApplication::clipboard()->setText(pictureText(m_canvas.picture())); });
}

}
