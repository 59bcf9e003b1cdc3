// SPDX-License-Identifier: GPL-3.0-or-later
// The export from the window: the ways to its panel, what the panel shows, and what comes out.
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPrinter>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTimer>
#include <QToolButton>

#include "app/window/picture_export.h"
#include "tests/ui/window/window_bench.h"
#include "ui/controls/transport_bar.h"
#include "ui/export/export_preview.h"
#include "ui/export/paper.h"
#include "ui/style/appearance.h"
#include "ui/views/output_view.h"

using namespace memtape;

namespace {

const char* const program =
    "def add(a, b):\n    c = a + b\n    return c\n\nitems = []\nfor i in range(3):\n    items.append([add(i, i)])\nprint(items)\n";

struct ExportBench : WindowBench {
    ExportBench() { open(QString::fromLatin1(program)); }
    QToolButton* button(ActionId id) {
        for (auto* button : window->views().of<TransportBar>().findChildren<QToolButton*>())
            if (button->defaultAction() == window->bench().actions[id]) return button;
        return nullptr;
    }
    ExportPanel* panel() {
        for (auto* panel : window->findChildren<ExportPanel*>())
            if (panel->isVisible()) return panel;
        return nullptr;
    }
    void openPanel() {
        act(ActionId::Export);
        REQUIRE(panel());
        previewed();
    }
    // Once what was chosen has been drawn.
    QImage previewed() {
        auto* preview = panel()->findChild<ExportPreview*>();
        QTest::qWait(150);
        REQUIRE(QTest::qWaitFor([&] { return !preview->image().isNull(); }, 5000));
        return preview->image();
    }
    template <class Field> Field* field(const char* name) {
        for (Field* found : panel()->findChildren<Field*>())
            if (found->accessibleName() == QLatin1String(name)) return found;
        FAIL("no field " << name);
        return nullptr;
    }
    QAbstractButton* choice(const char* text) {
        for (auto* found : panel()->findChildren<QAbstractButton*>())
            if (found->text() == QString::fromUtf8(text)) return found;
        FAIL("no choice " << text);
        return nullptr;
    }
    void exportTo(const char* name) { window->pictureExport().exportTo(folder.filePath(QLatin1String(name))); }
    QByteArray written(const char* name) {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

}

TEST_CASE("the export panel opens by a click, by Space, by Enter, by its keys and from the menu, and stays open", "[window][export]") {
    ExportBench bench;
    QToolButton* button = bench.button(ActionId::Export);
    REQUIRE(button);
    REQUIRE(button->isVisible());
    button->setFocus();
    const int way = GENERATE(0, 1, 2, 3, 4);
    INFO(way);
    if (way == 0) {
        QTest::mousePress(button, Qt::LeftButton);
        REQUIRE_FALSE(bench.panel());
        QTest::mouseRelease(button, Qt::LeftButton);
    }
    if (way == 1) QTest::keyClick(button, Qt::Key_Space);
    if (way == 2) QTest::keyClick(button, Qt::Key_Return);
    if (way == 3) QTest::keyClick(bench.window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    if (way == 4) {
        QAction* entry = bench.window->bench().actions[ActionId::Export];
        REQUIRE(bench.button(ActionId::Menu)->defaultAction()->menu()->actions().contains(entry));
        entry->trigger();
    }
    REQUIRE(bench.panel());
    CHECK_FALSE(bench.panel()->isModal());
    // One can step meanwhile, and ask for it again.
    ExportPanel* panel = bench.panel();
    bench.cursor().jumpTo(3);
    QTest::qWait(150);
    CHECK(bench.panel() == panel);
    CHECK(bench.choice("This step, 3"));
    QTest::keyClick(panel, Qt::Key_F11);
    CHECK(bench.cursor().step() == 4);
    bench.act(ActionId::Export);
    CHECK(bench.window->findChildren<ExportPanel*>().size() == 1);
    QTest::keyClick(panel, Qt::Key_Escape);
    CHECK_FALSE(bench.panel());
}

TEST_CASE("other buttons are pressed by Enter too", "[window][keyboard]") {
    ExportBench bench;
    bench.cursor().jumpTo(0);
    auto press = [](QWidget* button, Qt::Key key) {
        button->setFocus();
        QTest::keyClick(button, key);
    };
    press(bench.button(ActionId::Step), Qt::Key_Return);
    CHECK(bench.cursor().step() == 1);
    press(bench.button(ActionId::Back), Qt::Key_Enter);
    CHECK(bench.cursor().step() == 0);
    for (auto* tab : bench.window->findChildren<QToolButton*>())
        if (tab->text() == QStringLiteral("Output")) press(tab, Qt::Key_Return);
    CHECK(bench.window->views().of<OutputView>().isVisible());
    QWidget* menu = nullptr;
    QTimer::singleShot(100, [&] {
        menu = QApplication::activePopupWidget();
        if (menu) menu->close();
    });
    press(bench.button(ActionId::Menu), Qt::Key_Return);
    QTest::qWait(200);
    CHECK(menu == bench.button(ActionId::Menu)->defaultAction()->menu());
}

TEST_CASE("the preview follows the step and every choice", "[window][export]") {
    ExportBench bench;
    bench.cursor().jumpTo(0);
    bench.openPanel();
    QImage before = bench.previewed();
    CHECK(before.width() <= bench.panel()->previewRoom().width());
    CHECK(before.height() <= bench.panel()->previewRoom().height());
    auto changes = [&](const char* what) {
        INFO(what);
        QImage now;
        CHECK(QTest::qWaitFor([&] { return (now = bench.previewed()) != before; })); // a busy machine draws later
        before = now;
    };
    bench.act(ActionId::Last);
    changes("step");
    bench.field<QComboBox>("Theme")->setCurrentIndex(3);
    changes("theme");
    bench.field<QComboBox>("Detail")->setCurrentIndex(1);
    changes("detail");
    bench.field<QLineEdit>("Title")->setText(QStringLiteral("Lists in a list"));
    changes("title");
    bench.choice("With the legend")->click();
    changes("legend");
    bench.choice("With the program")->click();
    changes("program");
    bench.field<QComboBox>("Part")->setCurrentIndex(int(Crop::Drawn));
    changes("part");
    bench.field<QComboBox>("Width")->setCurrentIndex(int(ExportChoice::Unit::Centimetres));
    changes("width");
    bench.choice("Steps")->click();
    bench.choice("All on one page")->click();
    bench.field<QSpinBox>("From step")->setValue(2);
    changes("strip");
}

TEST_CASE("what the panel offers is what can be chosen now", "[window][export]") {
    ExportBench bench;
    bench.openPanel();
    CHECK_FALSE(bench.field<QSpinBox>("From step")->isEnabled());
    CHECK_FALSE(bench.choice("All on one page")->isEnabled());
    CHECK_FALSE(bench.field<QDoubleSpinBox>("Width")->isVisible());
    CHECK(bench.field<QComboBox>("Size in pixels")->isEnabled());
    bench.choice("Steps")->click();
    CHECK(bench.field<QSpinBox>("From step")->isEnabled());
    CHECK(bench.choice("All on one page")->isEnabled());
    CHECK_FALSE(bench.choice("Copy as picture")->isEnabled());
    bench.choice("All on one page")->click();
    CHECK(bench.choice("Copy as picture")->isEnabled());
    auto* format = bench.field<QComboBox>("Format");
    format->setCurrentText(QStringLiteral("JSON"));
    CHECK_FALSE(bench.field<QLineEdit>("Title")->isEnabled());
    CHECK_FALSE(bench.choice("All on one page")->isEnabled());
    format->setCurrentText(QStringLiteral("PDF"));
    CHECK_FALSE(bench.field<QComboBox>("Size in pixels")->isEnabled());
    auto* unit = bench.field<QComboBox>("Width");
    unit->setCurrentIndex(int(ExportChoice::Unit::Pixels));
    CHECK(bench.field<QDoubleSpinBox>("Width")->value() >= 200);
    unit->setCurrentIndex(int(ExportChoice::Unit::Centimetres));
    CHECK(bench.field<QDoubleSpinBox>("Width")->value() < 100);
}

TEST_CASE("a range is exported to numbered files, or to one page, as the panel says", "[window][export]") {
    ExportBench bench;
    bench.openPanel();
    bench.choice("Steps")->click();
    bench.field<QSpinBox>("To step")->setValue(4);
    bench.field<QSpinBox>("From step")->setValue(2);
    bench.exportTo("out.png");
    for (const char* name : {"out-0001.png", "out-0002.png", "out-0003.png"}) {
        INFO(name);
        CHECK(QImage(bench.folder.filePath(QLatin1String(name))).width() > 400);
    }
    CHECK(bench.written("out-0004.png").isEmpty());
    CHECK(bench.says(QStringLiteral("Saved 3 pictures")));
    bench.choice("All on one page")->click();
    bench.exportTo("strip.svg");
    for (int step : {2, 3, 4}) CHECK(bench.written("strip.svg").contains(QByteArray("Step ") + QByteArray::number(step)));
    CHECK(bench.says(QStringLiteral("Saved as")));
    // Data has a file for each, whatever is chosen for pages.
    bench.exportTo("data.json");
    CHECK(bench.written("data-0003.json").startsWith("{\"step\": 4"));
}

TEST_CASE("an animation is of the whole run, or of the steps that are chosen, and goes on as the panel says", "[window][export]") {
    ExportBench bench;
    bench.openPanel();
    CHECK_FALSE(bench.choice("What changes is seen moving")->isVisible());
    bench.field<QComboBox>("Format")->setCurrentText(QStringLiteral("WebP"));
    CHECK(bench.choice("What changes is seen moving")->isVisible());
    CHECK(bench.choice("With the program")->isEnabled());
    CHECK_FALSE(bench.choice("All on one page")->isEnabled());
    const auto steps = bench.cursor().stepCount();
    CHECK(bench.choice(qPrintable(QStringLiteral("The whole run, %1 steps").arg(steps))));
    bench.previewed();
    bench.field<QDoubleSpinBox>("How long each step is shown")->setValue(0.5);
    bench.previewed();
    bool isLengthSaid = false;
    for (auto* label : bench.panel()->findChildren<QLabel*>())
        isLengthSaid =
            isLengthSaid || label->text() == QStringLiteral("%1 steps in %2 seconds").arg(steps).arg(QLocale().toString(double(steps) / 2, 'f', 0));
    CHECK(isLengthSaid);
    bench.field<QComboBox>("Size in pixels")->setCurrentIndex(0);
    bench.exportTo("moving.webp");
    CHECK(bench.says(QStringLiteral("Saved as")));
    bench.choice("What changes is seen moving")->click();
    CHECK_FALSE(bench.field<QSpinBox>("Frames a second")->isEnabled());
    bench.exportTo("cut.webp");
    const auto frames = [&](const char* name) { return bench.written(name).count("ANMF"); };
    CHECK(frames("cut.webp") <= qsizetype(steps));
    CHECK(frames("moving.webp") > frames("cut.webp"));
    bench.choice("Steps")->click();
    bench.field<QSpinBox>("To step")->setValue(3);
    bench.field<QSpinBox>("From step")->setValue(2);
    bench.exportTo("two.gif"); // the ending says the format, whatever was chosen
    CHECK(bench.written("two.gif").startsWith("GIF89a"));
    CHECK(bench.written("two.gif").count("\x21\xF9\x04") == 2); // frames
}

TEST_CASE("a page is on paper as large as in a PDF, or as small as the sheet asks for, and never cut", "[export]") {
    const QSizeF paper(6000, 9000); // 10 by 15 inches
    CHECK(placeOnPaper({480, 96}, paper, 600) == QRectF(1500, 0, 3000, 600));
    CHECK(placeOnPaper({1920, 960}, paper, 600) == QRectF(0, 0, 6000, 3000));
    CHECK(placeOnPaper({960, 2880}, paper, 600) == QRectF(1500, 0, 3000, 9000));
}

TEST_CASE("a picture is printed: of the step, or of those that are chosen while the panel says which", "[window][export]") {
    ExportBench bench;
    bench.cursor().jumpTo(4);
    const QString path = bench.folder.filePath(QStringLiteral("printed.pdf"));
    auto sheets = [&] {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        bench.window->pictureExport().printOn(printer);
        const QByteArray bytes = bench.written("printed.pdf");
        CHECK(bytes.startsWith("%PDF"));
        return bytes.count("/Type /Page\n");
    };
    CHECK(sheets() == 1);
    CHECK(bench.says(QStringLiteral("The picture goes to ")));
    bench.openPanel();
    bench.choice("Steps")->click();
    bench.field<QSpinBox>("To step")->setValue(5);
    bench.field<QSpinBox>("From step")->setValue(3);
    CHECK(sheets() == 3);
    bench.choice("All on one page")->click();
    CHECK(sheets() == 1);
    bench.choice("All on one page")->click();
    bench.panel()->close();
    CHECK(sheets() == 1);
}

TEST_CASE("what is printed is black on white in a dark window too, unless a theme was chosen", "[window][export]") {
    ExportBench bench;
    auto drawn = [&] { // all but when it was written
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(bench.folder.filePath(QStringLiteral("printed.pdf")));
        bench.window->pictureExport().printOn(printer);
        return bench.written("printed.pdf").size();
    };
    const qsizetype usual = drawn();
    bench.act(ActionId::ThemeDark);
    CHECK(drawn() == usual);
    bench.openPanel();
    bench.field<QComboBox>("Theme")->setCurrentIndex(3);
    CHECK(drawn() == usual);
    bench.field<QComboBox>("Theme")->setCurrentIndex(2);
    CHECK(drawn() != usual);
}

TEST_CASE("what was chosen is there again when the panel is, and in the next copy", "[window][export]") {
    ExportBench bench;
    bench.openPanel();
    bench.field<QLineEdit>("Title")->setText(QStringLiteral("Kept"));
    bench.field<QComboBox>("Theme")->setCurrentIndex(3);
    bench.field<QComboBox>("Width")->setCurrentIndex(int(ExportChoice::Unit::Pixels));
    bench.field<QDoubleSpinBox>("Width")->setValue(700);
    QTest::qWait(150);
    bench.panel()->close();
    bench.act(ActionId::CopyPicture);
    CHECK(QApplication::clipboard()->image().width() == 1400);
    QApplication::processEvents();
    bench.openPanel();
    CHECK(bench.field<QLineEdit>("Title")->text() == QStringLiteral("Kept"));
    CHECK(bench.field<QDoubleSpinBox>("Width")->value() == 700);
}

TEST_CASE("how exports look is kept from one start to the next, as far as it makes sense", "[window][export]") {
    ExportBench bench;
    bench.openPanel();
    bench.field<QComboBox>("Format")->setCurrentText(QStringLiteral("PDF"));
    bench.field<QComboBox>("Theme")->setCurrentIndex(3);
    bench.field<QComboBox>("Width")->setCurrentIndex(int(ExportChoice::Unit::Centimetres));
    bench.field<QDoubleSpinBox>("Width")->setValue(12.5);
    bench.choice("With the legend")->click();
    bench.field<QLineEdit>("Title")->setText(QStringLiteral("Of this program"));
    bench.window.reset();
    REQUIRE(bench.store.write());
    bench.window = std::make_unique<MainWindow>(makeSessionRunner(), bench.settings);
    bench.window->show();
    bench.open(QString::fromLatin1(program));
    bench.openPanel();
    CHECK(bench.field<QComboBox>("Format")->currentText() == QStringLiteral("PDF"));
    CHECK(bench.field<QComboBox>("Theme")->currentIndex() == 3);
    CHECK(bench.field<QDoubleSpinBox>("Width")->value() == 12.5);
    CHECK_FALSE(bench.choice("With the legend")->isChecked());
    CHECK(bench.choice("With the program")->isChecked());
    CHECK(bench.field<QLineEdit>("Title")->text().isEmpty());

    const ExportChoice usual, odd = ExportChoice::ofKept({{QStringLiteral("format"), QStringLiteral("bmp")},
                                                          {QStringLiteral("theme"), 7},
                                                          {QStringLiteral("scale"), QStringLiteral("large")},
                                                          {QStringLiteral("unit"), -3}});
    CHECK(odd.kept() == usual.kept());
}

TEST_CASE("the panel goes on with the next program, once that has steps", "[window][export]") {
    ExportBench bench;
    bench.openPanel();
    const QImage before = bench.previewed();
    bench.act(ActionId::New);
    REQUIRE(bench.panel());
    CHECK_FALSE(bench.choice("Save…")->isEnabled());
    CHECK_FALSE(bench.choice("Copy as picture")->isEnabled());
    CHECK(bench.panel()->findChild<ExportPreview*>()->image().isNull());
    bench.open(QStringLiteral("n = 1\nm = 2\n"));
    CHECK(bench.previewed() != before);
    CHECK(bench.choice("Save…")->isEnabled());
}

TEST_CASE("an export of a long run that looks otherwise than the window waits for its layout", "[window][export]") {
    WindowBench start;
    start.open(QStringLiteral("items = []\nfor i in range(700):\n    items = [i, items[:1]]\nprint(items)\n"));
    start.act(ActionId::Export);
    auto* panel = start.window->findChild<ExportPanel*>();
    REQUIRE(panel);
    auto* preview = panel->findChild<ExportPreview*>();
    REQUIRE(QTest::qWaitFor([&] { return !preview->image().isNull(); }, 10000));
    const QImage before = preview->image();
    for (auto* box : panel->findChildren<QComboBox*>())
        if (box->accessibleName() == QStringLiteral("Detail")) box->setCurrentIndex(4);
    CHECK(QTest::qWaitFor([&] { return preview->image() != before; }, 20000));
}
