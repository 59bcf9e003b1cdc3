// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inside/part_words.h"

#include "ui/models/inside/line_values.h"

namespace memtape {

QString PartWords::doing(LinePartKind kind) {
    switch (kind) {
    case LinePartKind::LookUp: return tr("a name is looked up");
    case LinePartKind::Attribute: return tr("an attribute is looked up");
    case LinePartKind::Item: return tr("an item is taken");
    case LinePartKind::Operator: return tr("an operator works its result out");
    case LinePartKind::Comparison: return tr("two values are compared");
    case LinePartKind::Truth: return tr("whether it counts as true");
    case LinePartKind::ShortCircuit: return tr("the result is known, so the rest is not looked at");
    case LinePartKind::Call: return tr("a call");
    case LinePartKind::Build: return tr("an object is put together");
    case LinePartKind::Format: return tr("a value becomes text");
    case LinePartKind::Iterator: return tr("an iterator to go through it");
    case LinePartKind::Next: return tr("the next item, if there is one");
    case LinePartKind::Unpack: return tr("taken apart into its items");
    case LinePartKind::Store: return tr("the value is stored");
    case LinePartKind::Delete: return tr("a name or part is deleted");
    case LinePartKind::Enter: return tr("a context is entered");
    case LinePartKind::Leave: return tr("a context is left");
    case LinePartKind::Import: return tr("an import");
    case LinePartKind::Match: return tr("whether it matches");
    case LinePartKind::Yield: return tr("a value is given out, and one may come back");
    case LinePartKind::Await: return tr("waiting is over, with this result");
    case LinePartKind::Raise: return tr("an exception is raised");
    case LinePartKind::Return: return tr("the call returns");
    }
    return {};
}

QString PartWords::sentence(const InsideLine& line, const QString& source) {
    if (line.atWork) return tr("At work: %1 (%2)").arg(textOfPart(*line.atWork, source), doing(line.atWork->kind));
    for (const InsideLine::Row& row : line.rows)
        if (row.state == PartState::Raising) return tr("%1 has raised an exception").arg(textOfPart(*row.part, source));
    return tr("All parts of the step are done.");
}

}
