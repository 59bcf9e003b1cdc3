// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/inside/line_values.h"

#include <QByteArray>
#include <QStringList>
#include <algorithm>

namespace memtape {

namespace {

// Kinds whose value takes the place of their text.
bool isExpression(LinePartKind kind) {
    switch (kind) {
    case LinePartKind::LookUp:
    case LinePartKind::Attribute:
    case LinePartKind::Item:
    case LinePartKind::Operator:
    case LinePartKind::Comparison:
    case LinePartKind::ShortCircuit:
    case LinePartKind::Call:
    case LinePartKind::Build:
    case LinePartKind::Yield:
    case LinePartKind::Await: return true;
    default: return false;
    }
}

bool contains(const SourceSpan& outer, const SourceSpan& inner) { return outer.column <= inner.column && inner.endColumn <= outer.endColumn; }

bool isOnLine(const LinePart& part, int32_t line) { return part.span.line == line && part.span.endLine == line; }

QByteArray lineOf(const QString& source, int32_t line) {
    const QStringList lines = source.split(QLatin1Char('\n'));
    return line >= 1 && line <= lines.size() ? lines[line - 1].toUtf8() : QByteArray();
}

}

QString textOfPart(const LinePart& part, const QString& source) {
    const QByteArray line = lineOf(source, part.span.line);
    if (part.span.line == part.span.endLine) return QString::fromUtf8(line.mid(part.span.column, part.span.endColumn - part.span.column));
    return QString::fromUtf8(line.mid(part.span.column)) + QStringLiteral(" …");
}

QVector<LinePiece> lineWithValues(const InsideLine& inside, const QString& source, const std::function<InsideValue(const LinePart&)>& valueOf) {
    if (inside.rows.empty()) return {};
    const LinePart* of = inside.atWork ? inside.atWork : inside.justDone ? inside.justDone : inside.rows.front().part;
    const int32_t number = of->span.line;
    const QByteArray text = lineOf(source, number);

    struct Shown {
        SourceSpan span;
        QString value;
    };
    QVector<Shown> shown;
    for (size_t i = inside.rows.size(); i-- > 0;) {
        const LinePart& part = *inside.rows[i].part;
        if (inside.rows[i].state != PartState::Done || !isExpression(part.kind) || !isOnLine(part, number)) continue;
        const InsideValue value = valueOf(part);
        if (value.text.isEmpty() || value.isDefinition) continue;
        // what has been evaluated anew within it is of the next time round
        const bool isOld = std::any_of(inside.rows.begin() + static_cast<ptrdiff_t>(i) + 1, inside.rows.end(), [&](const InsideLine::Row& row) {
            return row.state != PartState::ToCome && isExpression(row.part->kind) && isOnLine(*row.part, number) &&
                   contains(part.span, row.part->span) && row.part->span != part.span && part.ends <= row.part->begins;
        });
        const bool isCovered = std::any_of(shown.begin(), shown.end(), [&](const Shown& other) { return contains(other.span, part.span); });
        if (isOld || isCovered) continue;
        shown.removeIf([&](const Shown& other) { return contains(part.span, other.span); });
        shown.append({part.span, value.text});
    }
    std::sort(shown.begin(), shown.end(), [](const Shown& a, const Shown& b) { return a.span.column < b.span.column; });

    QVector<LinePiece> pieces;
    const SourceSpan work = inside.atWork && isOnLine(*inside.atWork, number) ? inside.atWork->span : SourceSpan{};
    const auto isAtWork = [&](int32_t column) { return column >= work.column && column < work.endColumn; };
    const auto addText = [&](int32_t from, int32_t to) { // divided where the part at work begins and ends
        while (from < to) {
            int32_t end = to;
            for (int32_t border : {work.column, work.endColumn})
                if (border > from && border < end) end = border;
            pieces.append({QString::fromUtf8(text.mid(from, end - from)), false, isAtWork(from)});
            from = end;
        }
    };
    int32_t at = 0;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    for (const Shown& value : shown) {
        addText(at, value.span.column);
        pieces.append({value.value, true, isAtWork(value.span.column)});
        at = std::max(at, value.span.endColumn);
    }
    addText(at, static_cast<int32_t>(text.size()));
    return pieces;
}

}
