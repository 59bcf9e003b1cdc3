// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picture_json.h"

#include <QCoreApplication>
#include <QSet>
#include <QTransform>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>

#include "core/replay/json/json_writer.h"
#include "ui/export/export_words.h"
#include "ui/scene/items/box_item.h"
#include "ui/scene/layout/geometry.h"
#include "ui/scene/memory_scene.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

// In the order of Form.
constexpr std::string_view formWords[] = {"card", "column", "row", "node", "text", "group"};
// In the order of CardPicture::Kind.
constexpr std::string_view cardKinds[] = {"globals", "class", "module", "frame", "fold", "ghost"};

class PictureData {
public:
    PictureData(const MemoryScene& scene, const MemoryState& state, QSizeF view)
        : m_scene(scene),
          m_picture(scene.picture()),
          m_state(state),
          m_view(QPointF(0, 0), view),
          m_routes(scene.arrows()),
          m_cardRects(scene.cardRects()),
          m_boxRects(scene.boxRects()) {
        for (const BoxPicture& box : m_picture.boxes)
            if (!box.ghost) m_drawn.insert(box.id);
    }

    std::string write() {
        m_json.beginObject();
        m_json.pair("step", m_picture.step);
        m_json.pair("detail", detailWords[size_t(m_picture.detail)]);
        const QSizeF drawn = m_scene.contentRect().size();
        const double stack = metrics::stackOf(m_picture.narrowStack).width;
        key("view", m_view.size());
        key("size", drawn);
        key("stack", QRectF(0, 0, stack, drawn.height()));
        key("heap", QRectF(stack, 0, drawn.width() - stack, drawn.height()));
        writeCards();
        writeBoxes();
        writeArrows();
        m_json.endObject();
        m_out += '\n';
        return std::move(m_out);
    }

private:
    // Where a row is the end of an arrow, as the scene draws it.
    bool leadsAway(const RowPicture& row) const { return row.ref.leadsAway() && m_drawn.contains(row.ref.box()); }

    void number(double value) {
        char text[32];
        const double rounded = std::round(value * 100) / 100 + 0.0; // no negative zero
        m_json.raw({text, size_t(std::to_chars(text, text + sizeof text, rounded).ptr - text)});
    }
    void list(std::initializer_list<double> values) {
        m_json.beginArray();
        for (double value : values) number(value);
        m_json.endArray();
    }
    void key(std::string_view name, QSizeF size) {
        m_json.key(name);
        list({size.width(), size.height()});
    }
    void key(std::string_view name, const QRectF& rect) {
        m_json.key(name);
        list({rect.x(), rect.y(), rect.width(), rect.height()});
    }
    void pair(std::string_view name, const QString& text) { m_json.pair(name, text.toStdString()); }
    // As `memtape state` names it; of a group, a number that no object has.
    static uint64_t idOf(ObjectId object) {
        if (object.granule < granuleEnd) return shownAddress(object.granule);
        return (uint64_t(1) << 52) + (uint64_t(object.life) << 30) + (object.granule - granuleEnd);
    }

    void writeCell(const RowPicture& row, const QRectF& rect) {
        m_json.beginObject();
        const bool isWords = row.kind == RowKind::More || (row.kind == RowKind::Note && row.ref.isNone());
        pair("label", isWords ? QString() : row.label);
        key("rect", rect);
        if (leadsAway(row)) m_json.pair("to", idOf(row.ref.box()));
        else if (isWords) pair("text", row.label);
        else if (row.ref.isNone() && row.kind == RowKind::Name) pair("text", QCoreApplication::translate("memtape::Canvas", "name removed"));
        else pair("text", row.ref.text);
        m_json.endObject();
    }

    void writeCards() {
        m_json.key("cards");
        m_json.beginArray();
        for (qsizetype i = 0; i < m_picture.cards.size(); ++i) {
            const CardPicture& card = m_picture.cards[i];
            const QRectF& rect = m_cardRects[i];
            m_json.beginObject();
            pair("title", card.title);
            key("rect", rect);
            m_json.pair("kind", cardKinds[size_t(card.kind)]);
            m_json.key("rows");
            m_json.beginArray();
            for (int row = 0; row < card.rows.size(); ++row)
                writeCell(card.rows[row], QRectF(rect.left(), rect.top() + geometry::cardRowTop(card, row), rect.width(), metrics::rowHeight));
            m_json.endArray();
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeMarks(const BoxPicture& box) {
        m_json.key("marks");
        m_json.beginArray();
        if (box.mark == Mark::Made) m_json.string("made");
        if (box.mark == Mark::Changed) m_json.string("changed");
        if (box.mark == Mark::Released) m_json.string("released");
        if (box.unreachable) m_json.string("unreachable");
        m_json.endArray();
    }

    void writeBoxes() {
        m_json.key("boxes");
        m_json.beginArray();
        for (qsizetype i = 0; i < m_picture.boxes.size(); ++i) {
            const BoxPicture& box = m_picture.boxes[i];
            const QRectF& rect = m_boxRects[i];
            m_json.beginObject();
            m_json.pair("id", idOf(box.id));
            if (box.group) {
                m_json.pair("type", m_state.type(box.typeId).name);
                m_json.pair("made_at", uint64_t(0)); // it is there as long as enough members are
                m_json.pair("members", uint64_t(box.group->members.size()));
                m_json.pair("made_by_line", uint64_t(box.group->line));
            } else if (box.ghost) {
                pair("type", box.type);
            } else {
                const ObjectView object = m_state.object(box.id);
                m_json.pair("type", m_state.type(object.type).name);
                m_json.pair("made_at", object.madeAtStep); // a block may be another object's at another step
            }
            pair("title", box.type);
            key("rect", rect);
            m_json.pair("form", formWords[size_t(m_scene.boxItems()[i]->form().form)]);
            m_json.key("cells");
            m_json.beginArray();
            for (int row = 0; row < box.rows.size(); ++row)
                writeCell(box.rows[row], m_scene.boxItems()[i]->cells()[row].rect.translated(rect.topLeft()));
            m_json.endArray();
            writeMarks(box);
            m_json.key("in_sight");
            m_json.boolean(m_view.contains(rect));
            m_json.endObject();
        }
        m_json.endArray();
    }

    // `from` has been written.
    void writeArrow(const RowPicture& row, const ArrowRoute& route, bool running) {
        m_json.pair("to", idOf(row.ref.box()));
        if (row.kind == RowKind::Several) m_json.pair("references", uint64_t(row.references));
        m_json.key("points");
        m_json.beginArray();
        for (QPointF point : flattened(route.path)) list({point.x(), point.y()});
        list({route.tip.x(), route.tip.y()}); // the path ends at the head's foot
        m_json.endArray();
        m_json.pair("kind", row.isWeak ? "weak" : row.mark == Mark::Changed ? "changed" : running ? "running" : "plain");
        m_json.endObject();
    }

    void beginArrow(std::string_view holder, uint64_t which, qsizetype cell) {
        m_json.beginObject();
        m_json.key("from");
        m_json.beginArray();
        m_json.string(holder);
        m_json.number(which);
        m_json.number(uint64_t(cell));
        m_json.endArray();
    }

    void writeArrows() {
        const QVector<ArrowSource> sources = m_scene.arrowSources();
        m_json.key("arrows");
        m_json.beginArray();
        QVector<int> inOrder; // of the rows: those of the cards, then those of the boxes
        for (int i = 0; i < m_routes.size(); ++i) inOrder.append(i);
        auto key = [&](int i) { return std::tuple(!sources[i].isCard, sources[i].index, sources[i].row); };
        std::sort(inOrder.begin(), inOrder.end(), [&](int a, int b) { return key(a) < key(b); });
        for (int i : inOrder) {
            const ArrowSource& from = sources[i];
            beginArrow(from.isCard ? "card" : "box", from.isCard ? uint64_t(from.index) : idOf(m_picture.boxes[from.index].id), from.row);
            if (from.isCard) writeArrow(m_picture.cards[from.index].rows[from.row], m_routes[i], m_picture.cards[from.index].running);
            else writeArrow(m_picture.boxes[from.index].rows[from.row], m_routes[i], false);
        }
        m_json.endArray();
    }

    const MemoryScene& m_scene;
    const Picture& m_picture;
    const MemoryState& m_state;
    const QRectF m_view;
    const QVector<ArrowRoute> m_routes;
    const QVector<QRectF> m_cardRects, m_boxRects;
    QSet<ObjectId> m_drawn;
    std::string m_out;
    JsonWriter m_json{&m_out};
};

}

QByteArray pictureJson(const MemoryScene& scene, const MemoryState& state, QSizeF view) {
    return QByteArray::fromStdString(PictureData(scene, state, view).write());
}

QPolygonF flattened(const QPainterPath& path) {
    constexpr double finer = 4; // Qt's flattening is within half a unit of what it is given
    QPolygonF points;
    for (const QPolygonF& part : path.toSubpathPolygons(QTransform::fromScale(finer, finer)))
        for (QPointF point : part) {
            point /= finer;
            if (points.isEmpty() || points.last() != point) points.append(point);
        }
    return points;
}

}
