// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/page/page_document.h"

#include <QCryptographicHash>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <numeric>

#include "tests/support/ui/catch_qt.h"
#include "tests/support/ui/recorded_runs.h"
#include "ui/export/page/page_pictures.h"
#include "ui/export/page/svg_pieces.h"
#include "ui/style/text_language.h"

using namespace memtape;

namespace {

QString pageOf(const QString& program, std::vector<uint64_t> steps = {}) {
    auto run = recordedRun(program);
    if (steps.empty()) {
        steps.resize(run->stepCount());
        std::iota(steps.begin(), steps.end(), 0);
    }
    QString error;
    const QByteArray page = pageDocument(*run, steps, {}, &error);
    REQUIRE(error.isEmpty());
    return QString::fromUtf8(page);
}

QStringList all(const QString& text, const char* pattern) {
    QStringList found;
    for (auto matches = QRegularExpression(QLatin1String(pattern), QRegularExpression::DotMatchesEverythingOption).globalMatch(text);
         matches.hasNext();)
        found.append(matches.next().captured(1));
    return found;
}

// The pieces of one kind of pictures, by layer.
QVector<QStringList> piecesOf(const QString& page, const char* kind) {
    QVector<QStringList> layers;
    const QString svg = all(page, (QByteArray("(<svg class=\"picture ") + kind + "\".*?</svg>)").constData()).first();
    for (const QString& layer : all(svg, "<g>\n(.*?)</g>\n(?=<g>|</svg>)")) layers.append(all(layer, "(<g[^\n]*</g>)\n"));
    return layers;
}

// The pieces (layer, place) that each step of a page shows, as its words tell what comes and goes.
using Pieces = QSet<QPair<int, int>>;
QVector<Pieces> shownPieces(const QString& page) {
    QVector<Pieces> steps;
    Pieces shown;
    QHash<int, int> newest;
    for (const QString& changes : all(page, "<li data-file=\"0\"[^>]* data-w=\"([^\"]*)\"")) {
        const QStringList layers = changes.split(QLatin1Char('/'));
        for (int layer = 0; layer < layers.size(); ++layer)
            for (const QString& word : layers[layer].split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
                if (!newest.contains(layer)) newest[layer] = -1;
                const QChar sign = word[0];
                const QStringList ends = word.mid(sign.isDigit() ? 0 : 1).split(QLatin1Char('-'));
                const int first = ends.first().toInt(), last = ends.last().toInt();
                if (sign == QLatin1Char('=')) newest[layer] = first - 1;
                else if (sign == QLatin1Char('+'))
                    for (int i = 0; i < first; ++i) shown.insert({layer, ++newest[layer]});
                else
                    for (int far = first; far >= last; --far) {
                        const QPair<int, int> piece{layer, newest[layer] - far};
                        const bool isShown = shown.contains(piece);
                        CHECK(isShown == (sign == QLatin1Char('~'))); // what comes was not there, what goes was
                        if (isShown) shown.remove(piece);
                        else shown.insert(piece);
                    }
            }
        steps.append(shown);
    }
    return steps;
}

QString allowedHash(const QString& text) {
    return QString::fromLatin1("sha256-" + QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toBase64());
}

const QString lists = QStringLiteral("a = [1, 2]\nb = a\nb.append(3)\nprint(a)\ndel a\n");

}

TEST_CASE("A page has each look of a piece once, and its first step is there without a script") {
    const QString page = pageOf(lists);
    Pieces visible;
    for (const char* kind : {"w", "n"}) {
        const QVector<QStringList> layers = piecesOf(page, kind);
        REQUIRE(layers.size() == 5); // cards, boxes, arrows, those that lie above, what questions mark
        for (int layer = 0; layer < layers.size(); ++layer) {
            const QStringList& pieces = layers[layer];
            QSet<QString> looks;
            for (int i = 0; i < pieces.size(); ++i) {
                const bool isHidden = pieces[i].startsWith(QStringLiteral("<g class=\"h\""));
                if (!isHidden && kind[0] == 'w') visible.insert({layer, i});
                looks.insert(QString(pieces[i]).remove(QStringLiteral(" class=\"h\"")));
            }
            CHECK(looks.size() == pieces.size());
        }
    }
    CHECK(shownPieces(page).first() == visible);
}

TEST_CASE("An element that occurs again is written once, and used") {
    const QString page = pageOf(lists);
    const QStringList written = all(page, "(<(?:path|rect|ellipse|text) class=\"[^\n]*?(?:/>|</text>))(?=<|\n)");
    CHECK(written.size() == QSet<QString>(written.begin(), written.end()).size());
    const QStringList shared = all(page, "id=\"a(\\d+)\""), used = all(page, "href=\"#a(\\d+)\"");
    const QSet<QString> ids(shared.begin(), shared.end());
    CHECK(ids.size() == shared.size());
    CHECK(ids == QSet<QString>(used.begin(), used.end()));
    CHECK(used.size() >= 2 * shared.size());
}

TEST_CASE("A page's steps come and go by pieces that are there") {
    const QString page = pageOf(lists);
    Pieces ever, there;
    for (const Pieces& shown : shownPieces(page)) {
        CHECK_FALSE(shown.isEmpty());
        ever |= shown;
    }
    const QVector<QStringList> layers = piecesOf(page, "w");
    for (int layer = 0; layer < layers.size(); ++layer)
        for (int i = 0; i < layers[layer].size(); ++i) there.insert({layer, i});
    CHECK(ever == there);
}

TEST_CASE("What comes and goes is told from the newest piece, so that a loop's turns are told alike") {
    PieceChanges changes;
    CHECK(changes.to({QVector<int>{0, 1, 2}}) == "+3");
    CHECK(changes.to({QVector<int>{0, 2, 3, 4}}) == "+2 ~3");
    CHECK(changes.to({QVector<int>{2, 4, 5, 6}}) == "+2 ~6 ~3");
    CHECK(changes.to({QVector<int>{0, 1, 2, 4}}) == "6-5 ~1-0");
    CHECK(changes.to({QVector<int>{0, 1, 2, 4}}).isEmpty());
    CHECK(changes.to({}) == "~6-4 ~2");
    PieceChanges second; // of another language, which shares pieces with the first
    CHECK(second.to({QVector<int>{3, 4, 9}, {}, {0}}) == "=3 +2 =9 +1//+1");
    CHECK(second.to({QVector<int>{3, 7}, {}, {0}}) == "2 ~5 ~0");
}

TEST_CASE("What a page may do is its own style and script") {
    const QString page = pageOf(lists);
    const QString policy = all(page, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"").join(QString());
    CHECK(policy.startsWith(QStringLiteral("default-src 'none'; ")));
    const QStringList styles = all(page, "<style>(.*?)</style>"), scripts = all(page, "<script>(.*?)</script>");
    REQUIRE(styles.size() == 1);
    REQUIRE(scripts.size() == 1);
    CHECK(policy.contains(QStringLiteral("style-src '") + allowedHash(styles[0])));
    CHECK(policy.contains(QStringLiteral("script-src '") + allowedHash(scripts[0])));
    CHECK(scripts[0].toUtf8().size() < 15000);
    CHECK(!page.contains(QStringLiteral("://")));
    CHECK(!page.contains(QRegularExpression(QStringLiteral("\\s(style|on[a-z]+)=\""))));
}

TEST_CASE("What a program says is text in its page, never markup") {
    const QString page = pageOf(QStringLiteral("class A: pass\na = A()\nsetattr(a, '<img onerror=1>', '</script><script>x')\n"
                                               "t = '</li><b id=\"planted\">'\nprint('</pre>&amp;\\x01', t)\n"));
    CHECK(all(page, "(<script)").size() == 1);
    CHECK(!page.contains(QStringLiteral("<img")));
    CHECK(!page.contains(QStringLiteral("<b id")));
    CHECK(page.contains(QStringLiteral("&lt;/pre&gt;&amp;amp;\uFFFD &lt;/li&gt;")));
    CHECK(page.contains(QStringLiteral("&lt;img onerror")));
}

TEST_CASE("A page is the same when it is made again, whatever language the window has") {
    const QString lesson = lists + QStringLiteral("# lesson:en: Lists\n# lesson:ko: 리스트\n# at line 3:\n# lesson:en: Now.\n# lesson:ko: 이제.\n");
    const QString page = pageOf(lesson);
    CHECK(pageOf(lesson) == page);
    const TextLanguageScope korean(QStringLiteral("ko"));
    CHECK(pageOf(lesson) == page);
    CHECK(all(page, "<ol class=\"steps\" lang=\"(..)\">") == QStringList{QStringLiteral("en"), QStringLiteral("ko")});
    CHECK(page.contains(QStringLiteral("<p class=\"lesson\">이제.</p>")));
}

TEST_CASE("A page asks what a lesson has Memtape ask, with the same answer") {
    const QString program =
        QStringLiteral("a = [1]\nb = [2]\nb = a\nc = 1\n# lesson:en: T\n# lesson:ko: T\n# at line 3:\n# lesson:en: t\n# lesson:ko: t\n");
    const QString page = pageOf(program + QStringLiteral("# predict: object\n"));
    auto run = recordedRun(program);
    const uint64_t step = stepAtLine(*run, 3);
    const ObjectId wanted = run->readingAt(step)->objectAt("a");
    CHECK(all(page, "class=\"click\" data-answer=\"(\\d+)\"") == QStringList(2, QString::number(wanted.life))); // in each language
    CHECK(page.contains(QStringLiteral("Which object will the name b refer to?")));
    CHECK(all(page, "(<button type=\"button\" class=\"answer\" data-right>)").size() == 2);
    CHECK(page.contains(QStringLiteral("b after line 3"))); // beside the arrow in question
    CHECK(page.contains(QStringLiteral("<p class=\"why\">The name b now refers to")));
    const QString counted = pageOf(program + QStringLiteral("# predict: count\n"));
    CHECK(all(counted, "class=\"answer\" data-right><b>.</b> (\\d+)<") == QStringList(2, QStringLiteral("2")));
}

TEST_CASE("A page has the arrows to be drawn, each with its dot, its object and its piece") {
    const QString page = pageOf(QStringLiteral("a = [1]\nb = a\nc = [a]\nd = 1\n# lesson:en: T\n# at line 4:\n# lesson:en: t\n# draw:\n"));
    const QStringList targets = all(page, "<li data-to=\"(\\d+)\"");
    CHECK(targets.size() == 4); // a, b, c, and the item
    CHECK(QSet<QString>(targets.begin(), targets.end()).size() == 2);
    for (const QString& target : targets) CHECK(page.contains(QStringLiteral("data-o=\"%1\"").arg(target)));
    for (const char* kind : {"w", "n"}) {
        const QStringList pieces =
            all(page, QByteArray("<li data-to=\"\\d+\"[^>]* data-").append(kind).append("=\"\\d+ \\d+ (\\d+ \\d+)\"").constData());
        CHECK(pieces.size() == 4);
        const QVector<QStringList> layers = piecesOf(page, kind);
        for (const QString& piece : pieces) {
            const QStringList place = piece.split(QLatin1Char(' '));
            REQUIRE(place[0].toInt() < layers.size());
            CHECK(place[1].toInt() < layers[place[0].toInt()].size());
        }
    }
    CHECK(all(page, "(<option value=\"\\d+\">)").size() == 4 * 2); // each may lead to each object
}

TEST_CASE("What a lesson and its program say in questions is text, too") {
    const QString page = pageOf(QStringLiteral("class A: pass\na = A()\nsetattr(a, '<b id=1>', [a])\nn = 1\n"
                                               "# lesson:en: </title><b id=2>\n# at line 4:\n# lesson:en: <i id=3>\n# draw:\n"));
    CHECK(all(page, "(<(?:b|i) id)").isEmpty());
    CHECK(page.contains(QStringLiteral("&lt;b id=1&gt; of A")));
}

TEST_CASE("A page of very many steps is refused with the size that it would have") {
    auto run = recordedRun(QStringLiteral("for i in range(1500):\n    x = i\n"));
    std::vector<uint64_t> steps(run->stepCount());
    std::iota(steps.begin(), steps.end(), 0);
    QString error;
    CHECK(pageDocument(*run, steps, {}, &error).isEmpty());
    CHECK(error.contains(QRegularExpression(QStringLiteral("^A page of \\d+ steps would have about [1-9]\\d* MB"))));
}

TEST_CASE("Pieces are short: inks by number, lengths to a tenth, texts as they are") {
    UsedFonts fonts;
    const Palette inks = Palette::ofInks();
    const QVector<QByteArray> piece = svgPiece(fonts, [&](QPainter& painter) {
        painter.translate(10, 20);
        painter.setPen(Qt::NoPen);
        painter.setBrush(inks[Ink::Box]);
        painter.drawRect(QRectF(0.25, 0, 3, 4));
        painter.setPen(QPen(inks[Ink::Arrow], 2));
        painter.drawLine(QPointF(0, 0), QPointF(-12, 1.04));
        painter.drawPolyline(QPolygonF{{0, 0}, {5, 0}, {5, 7.25}});
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(QRectF(-10, 0, 30, 20), 4, 4);
    });
    const QByteArray box = QByteArray::number(int(Ink::Box)), arrow = QByteArray::number(int(Ink::Arrow));
    CHECK(piece == QVector<QByteArray>{"<rect class=\"f" + box + "\" x=\"10.3\" y=\"20\" width=\"3\" height=\"4\"/>",
                                       "<path class=\"s" + arrow + "\" d=\"M10 20L-2 21\" stroke-width=\"2\"/>",
                                       "<path class=\"s" + arrow + "\" d=\"M10 20H15V27.3\" stroke-width=\"2\"/>",
                                       "<rect class=\"f" + box + "\" y=\"20\" width=\"30\" height=\"20\" rx=\"4\"/>"});
    CHECK(xmlText(QStringLiteral("<a href=\"x\">&'\u0001")) == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;\uFFFD");
}
