// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/handout/page_flow.h"

#include <QBuffer>

#include "tests/support/ui/catch_qt.h"
#include "ui/style/appearance.h"

using namespace memtape;

namespace {

// A page of 200 × 300 with margins of 20, and where each piece came to stand on it.
struct Paper {
    QByteArray bytes;
    QBuffer buffer{&bytes};
    std::unique_ptr<QPdfWriter> writer;
    QPainter painter;
    std::unique_ptr<PageFlow> flow;
    QVector<QRectF> places;

    Paper() {
        buffer.open(QIODevice::WriteOnly);
        writer = std::make_unique<QPdfWriter>(&buffer);
        writer->setResolution(96);
        painter.begin(writer.get());
        flow = std::make_unique<PageFlow>(*writer, painter, QSizeF(200, 300), 20);
    }
    PageFlow::Piece piece(double width, double height, double after = 0) {
        auto paint = [this, width, height](QPainter& on, QPointF at) { places.append(on.transform().mapRect(QRectF(at, QSizeF(width, height)))); };
        return {QSizeF(width, height), paint, after};
    }
    qsizetype pages() {
        painter.end();
        return bytes.count("/Type /Page\n");
    }
};

}

TEST_CASE("pieces stand one below the other, as far as the page goes", "[handout]") {
    Paper paper;
    paper.flow->add({paper.piece(100, 100, 10)});
    paper.flow->add({paper.piece(100, 100, 10)});
    paper.flow->add({paper.piece(100, 100, 10)}); // 260 are there
    CHECK(paper.places == QVector<QRectF>{{20, 20, 100, 100}, {20, 130, 100, 100}, {20, 20, 100, 100}});
    CHECK(paper.pages() == 2);
}

TEST_CASE("what belongs together is not parted", "[handout]") {
    Paper paper;
    paper.flow->add({paper.piece(100, 150, 10)});
    paper.flow->add({paper.piece(100, 20, 10), paper.piece(100, 90)});
    CHECK(paper.places == QVector<QRectF>{{20, 20, 100, 150}, {20, 20, 100, 20}, {20, 50, 100, 90}});
    CHECK(paper.pages() == 2);
}

TEST_CASE("what no page can hold together goes on on the next one", "[handout]") {
    Paper paper;
    paper.flow->add({paper.piece(100, 200, 10), paper.piece(100, 200, 10)});
    CHECK(paper.places == QVector<QRectF>{{20, 20, 100, 200}, {20, 20, 100, 200}});
    CHECK(paper.pages() == 2);
}

TEST_CASE("a piece that is too large is made smaller, as a whole", "[handout]") {
    Paper paper;
    paper.flow->add({paper.piece(320, 100)});
    paper.flow->add({paper.piece(100, 520)});
    CHECK(paper.places == QVector<QRectF>{{20, 20, 160, 50}, {20, 20, 50, 260}});
    CHECK(paper.pages() == 2);
}

TEST_CASE("a page that was begun for nothing is not begun", "[handout]") {
    Paper paper;
    paper.flow->beginPage();
    paper.flow->add({paper.piece(100, 100)});
    paper.flow->beginPage();
    paper.flow->beginPage();
    paper.flow->add({paper.piece(100, 100)});
    CHECK(paper.pages() == 2);
}

TEST_CASE("a text is as high as its lines", "[handout]") {
    Paper paper;
    const QFont font = interfaceFont(14);
    const auto line = paper.flow->text(QStringLiteral("one"), font, Ink::Text, 0, 3),
               lines = paper.flow->text(QStringLiteral("word ").repeated(40), font, Ink::Text, 0, 3);
    CHECK(line.size.width() == 160);
    CHECK(lines.size.height() > 4 * line.size.height());
    CHECK(line.after == 3);
}
