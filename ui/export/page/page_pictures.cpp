// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/page/page_pictures.h"

#include <QSet>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <vector>

#include "ui/scene/items/arrow_item.h"
#include "ui/scene/items/box_item.h"
#include "ui/scene/items/card_item.h"
#include "ui/scene/memory_scene.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

QByteArray placed(QPointF at) {
    if (at.isNull()) return {};
    return " transform=\"translate(" + QByteArray::number(at.x()) + ' ' + QByteArray::number(at.y()) + ")\"";
}

template <class Item> QVector<QByteArray> painted(UsedFonts& fonts, Item* item) {
    return svgPiece(fonts, [&](QPainter& painter) {
        QStyleOptionGraphicsItem option;
        item->paint(&painter, &option, nullptr);
    });
}

QByteArray rect(const char* name, double x, double width, double height) {
    return QByteArray("<rect class=\"") + name + "\" x=\"" + QByteArray::number(x) + "\" width=\"" + QByteArray::number(width) + "\" height=\"" +
           QByteArray::number(height) + "\"/>";
}

}

int PagePictures::piece(PieceLayer layer, const QByteArray& attributes, const QVector<QByteArray>& elements) {
    const QByteArray key = char('0' + layer) + attributes + '>' + elements.join();
    auto found = m_numbers.constFind(key);
    if (found != m_numbers.constEnd()) return *found;
    const int number = int(m_layers[layer].size());
    m_numbers.insert(key, number);
    m_layers[layer].append({attributes, elements});
    for (const QByteArray& element : elements) m_elements.add(element);
    return number;
}

void PagePictures::show(ShownPieces& shown, PieceLayer layer, const QByteArray& attributes, const QVector<QByteArray>& elements) {
    shown[layer].append(piece(layer, attributes, elements));
}

ShownPieces PagePictures::add(const MemoryScene& scene) {
    ShownPieces shown;
    for (CardItem* card : scene.cardItems()) show(shown, CardPieces, placed(card->pos()), painted(m_fonts, card));
    for (BoxItem* box : scene.boxItems()) {
        QByteArray attributes = placed(box->pos());
        if (box->box().isObject()) attributes += " data-o=\"" + QByteArray::number(box->box().id.life) + '"'; // what a click answers
        show(shown, BoxPieces, attributes, painted(m_fonts, box));
    }
    for (ArrowItem* item : scene.arrowItems()) {
        const PlacedPiece piece = arrow(item);
        shown[piece.layer].append(piece.number);
    }
    for (QGraphicsItem* item : scene.items()) // what a question marks
        if (dynamic_cast<AnswerMarkItem*>(item) || dynamic_cast<QuestionArrowItem*>(item)) show(shown, MarkPieces, {}, painted(m_fonts, item));
    for (QVector<int>& pieces : shown) {
        std::sort(pieces.begin(), pieces.end());
        pieces.erase(std::unique(pieces.begin(), pieces.end()), pieces.end());
    }
    m_size = m_size.expandedTo(scene.contentRect().size());
    m_stack = metrics::stackOf(scene.picture().narrowStack).width;
    return shown;
}

PlacedPiece PagePictures::arrow(ArrowItem* arrow) {
    const PieceLayer layer = arrow->zValue() > 3 ? ArrowPieces : PlainArrowPieces;
    return {layer, piece(layer, placed(arrow->pos()), painted(m_fonts, arrow))};
}

QByteArray PagePictures::svg(const QByteArray& label, const ShownPieces& shown) const {
    const double width = m_size.width(), height = m_size.height();
    const QByteArray size = QByteArray::number(width) + ' ' + QByteArray::number(height);
    QByteArray out = "<svg class=\"picture " + QByteArray(1, m_kind) + "\" role=\"img\" aria-label=\"" + label + "\" width=\"" +
                     QByteArray::number(width) + "\" height=\"" + QByteArray::number(height) + "\" viewBox=\"0 0 " + size + "\">\n";
    out += rect("heap", m_stack, width - m_stack, height) + rect("stack", 0, m_stack, height) + rect("edge", m_stack, 1, height) + '\n';
    for (size_t layer = 0; layer < pieceLayers; ++layer) {
        const QSet<int> seen(shown[layer].begin(), shown[layer].end());
        out += "<g>\n";
        for (int number = 0; number < m_layers[layer].size(); ++number) {
            const Piece& piece = m_layers[layer][number];
            out += (seen.contains(number) ? "<g" : "<g class=\"h\"") + piece.attributes + '>';
            for (const QByteArray& element : piece.elements) out += m_elements.reference(element);
            out += "</g>\n";
        }
        out += "</g>\n";
    }
    return out + "</svg>\n";
}

namespace {

void addWord(QByteArray& words, const QByteArray& word) { words += (words.isEmpty() ? "" : " ") + word; }

// `9-6`: from one to the other before the newest.
void addRanges(QByteArray& words, const char* sign, const std::vector<int>& numbers, int newest) {
    for (size_t i = 0; i < numbers.size();) {
        size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
        QByteArray word = sign + QByteArray::number(newest - numbers[i]);
        if (end - i > 1) word += '-' + QByteArray::number(newest - numbers[end - 1]);
        addWord(words, word);
        i = end;
    }
}

}

QByteArray PieceChanges::to(const ShownPieces& shown) {
    QByteArray words;
    for (size_t layer = 0; layer < pieceLayers; ++layer) words += (layer ? "/" : "") + m_layers[layer].to(shown[layer]);
    while (words.endsWith('/')) words.chop(1);
    return words;
}

QByteArray PieceChanges::Layer::to(const QVector<int>& pieces) {
    std::vector<int> come, gone;
    std::set_difference(pieces.begin(), pieces.end(), before.begin(), before.end(), std::back_inserter(come));
    std::set_difference(before.begin(), before.end(), pieces.begin(), pieces.end(), std::back_inserter(gone));
    before = pieces;
    const auto firstNew = std::upper_bound(come.begin(), come.end(), newest);
    QByteArray words;
    for (auto at = firstNew; at != come.end();) {
        if (*at != newest + 1) addWord(words, '=' + QByteArray::number(*at));
        const auto begin = at;
        do newest = *at++;
        while (at != come.end() && *at == newest + 1);
        addWord(words, '+' + QByteArray::number(at - begin));
    }
    come.erase(firstNew, come.end());
    addRanges(words, "", come, newest);
    addRanges(words, "~", gone, newest);
    return words;
}

}
