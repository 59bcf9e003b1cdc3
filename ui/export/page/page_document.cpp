// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/page/page_document.h"

#include <QCryptographicHash>
#include <QFile>

#include "ui/editor/inked_text.h"
#include "ui/export/page/page_fonts.h"
#include "ui/export/page/page_story.h"
#include "ui/export/page/page_words.h"
#include "ui/state/run.h"
#include "ui/style/palette.h"
#include "ui/style/text_language.h"

namespace memtape {

namespace {

constexpr size_t mostSteps = 2000, sampleSteps = 100;

QByteArray resource(const char* name) {
    QFile file(QStringLiteral(":/page/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray number(int64_t value) { return QByteArray::number(qlonglong(value)); }

QByteArray inkRules() {
    auto values = [](Theme theme) {
        QByteArray out;
        for (int i = 0; i < inkCount; ++i) out += "--i" + number(i) + ':' + Palette(theme)[Ink(i)].name().toLatin1() + ';';
        return out;
    };
    QByteArray rules = ":root{" + values(Theme::Light) + "--shade:#0000000e}\n@media (prefers-color-scheme:dark){:root{" + values(Theme::Dark) +
                       "--shade:#0000002e}}\n@media print{:root{" + values(Theme::Print) + "--shade:transparent}}\n";
    for (int i = 0; i < inkCount; ++i) {
        const QByteArray ink = number(i);
        rules += ".f" + ink + "{fill:var(--i" + ink + ")}.s" + ink + "{stroke:var(--i" + ink + ")}.k" + ink + "{color:var(--i" + ink + ")}";
    }
    // The style sheet names inks as the palette does.
    rules += ":root{";
    for (int i = 0; i < inkCount; ++i) rules += QByteArray("--") + inkName(Ink(i)) + ":var(--i" + number(i) + ");";
    return rules + "}\n";
}

QByteArray allowed(const QByteArray& text) { return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + '\''; }

class Document {
public:
    Document(PageStory& story, const ExportOptions& options) : m_story(story), m_options(options) {}

    QByteArray write() {
        const QByteArray body = header() + "<main>\n" + code() + pictures() + happened() + transport() + "</main>\n" + footer();
        const QByteArray style = pageFontRules(m_story.fonts) + inkRules() + resource("page.css");
        const QByteArray script = resource("page.js");
        return "<!DOCTYPE html>\n<html lang=\"" + m_story.languages.first().toLatin1() +
               "\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src " +
               allowed(style) + "; script-src " + allowed(script) +
               "; font-src data:; base-uri 'none'; form-action 'none'\">\n"
               "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<meta name=\"generator\" content=\"Memtape\">\n<title>" +
               xmlText(title(0)) + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n" + body + "<script>" + script +
               "</script>\n</body>\n</html>\n";
    }

private:
    QString title(int language) const {
        if (!m_options.title.isEmpty()) return m_options.title;
        return m_story.lesson ? Lesson::in(m_story.lesson->title, m_story.languages[language]) : m_story.name;
    }

    // Text of the page, which its fonts have to have.
    QByteArray words(const QString& text, bool isBold = false) {
        m_story.fonts.addText(text, false, isBold);
        return xmlText(text);
    }
    // An element for each language.
    template <class Make> QByteArray each(const QByteArray& tag, Make make, const QByteArray& attributes = {}) {
        QByteArray out;
        for (int i = 0; i < m_story.languages.size(); ++i)
            out += '<' + tag + attributes + " lang=\"" + m_story.languages[i].toLatin1() + "\">" + make(i) + "</" + tag + '>';
        return out;
    }
    QByteArray said(PageWord word, bool isBold = false) {
        return each("span", [&](int i) { return words(pageWord(word, m_story.languages[i]), isBold); });
    }
    QByteArray labels(PageWord word) { // for who cannot see the sign
        QByteArray out = " aria-label=\"" + xmlText(pageWord(word, m_story.languages.first())) + '"';
        for (const QString& language : m_story.languages) out += " data-" + language.toLatin1() + "=\"" + xmlText(pageWord(word, language)) + '"';
        return out;
    }

    QByteArray header() {
        QByteArray out = "<header><h1>" + each("span", [&](int i) { return words(title(i), true); }) + "</h1>";
        if (title(0) != m_story.name) {
            m_story.fonts.addText(m_story.name, true, false);
            out += "<code class=\"name\">" + xmlText(m_story.name) + "</code>";
        }
        if (m_story.languages.size() > 1) {
            out += "<div class=\"languages\" role=\"group\"" + labels(PageWord::Language) + '>';
            for (const QString& language : m_story.languages) {
                const QString name = pageWord(PageWord::LanguageName, language);
                out += "<button type=\"button\" lang=\"" + language.toLatin1() + "\" data-language=\"" + language.toLatin1() + "\">" +
                       words(name, true) + "</button>";
            }
            out += "</div>";
        }
        if (m_story.lesson && !m_story.lesson->text.isEmpty())
            out += each(
                "p", [&](int i) { return words(Lesson::in(m_story.lesson->text, m_story.languages[i])); }, " class=\"about\"");
        return out + "</header>\n";
    }

    QByteArray code() {
        QByteArray out = "<section class=\"program\"><h2 class=\"unseen\">" + said(PageWord::Program, true) + "</h2>\n";
        const PageStep& first = m_story.steps.front();
        for (size_t file = 0; file < m_story.files.size(); ++file) {
            const bool isShown = int(file) == std::max(0, first.file);
            out += "<ol class=\"code" + QByteArray(isShown ? "" : " h") + "\" data-file=\"" + number(int64_t(file)) + "\">\n";
            int line = 0;
            for (const auto& pieces : inkedLines(m_story.programLanguage, m_story.files[file].text)) {
                ++line;
                const bool isCurrent = isShown && line == first.line;
                out += isCurrent ? "<li class=\"now\" aria-current=\"step\"><code>" : "<li><code>";
                for (const InkedPiece& piece : pieces) {
                    m_story.fonts.addText(piece.text, true, false);
                    if (piece.ink == Ink::Text) out += xmlText(piece.text);
                    else out += "<span class=\"k" + number(int(piece.ink)) + "\">" + xmlText(piece.text) + "</span>";
                }
                out += "</code></li>\n";
            }
            out += "</ol>\n";
        }
        m_story.fonts.addText(QStringLiteral("0123456789"), true, false);
        m_story.fonts.addText(m_story.output, true, false);
        out += "<h2 class=\"small\">" + said(PageWord::Printed, true) + "</h2><p class=\"nothing\">" + said(PageWord::NothingYet) +
               "</p><pre class=\"output\" tabindex=\"0\" role=\"region\"" + labels(PageWord::Printed) + '>' + xmlText(m_story.output) +
               "</pre>\n</section>\n";
        return out;
    }

    QByteArray pictures() {
        const PageStep& first = m_story.steps.front();
        const QByteArray label = xmlText(pageWord(PageWord::Picture, m_story.languages.first()));
        QByteArray out = "<section class=\"memory\"><div class=\"heads\"><h2>" + said(PageWord::Stack, true) + "</h2><h2>" +
                         said(PageWord::Heap, true) + "</h2></div><div class=\"scroll\" tabindex=\"0\" role=\"group\"" + labels(PageWord::Picture) +
                         ">\n";
        out += m_story.elements.svg();
        out += m_story.wide.svg(label, first.wide.front()) + m_story.narrow.svg(label, first.narrow.front());
        return out + "</div></section>\n";
    }

    QByteArray sentence(const char* name, const QString& title, const QString& body) {
        if (title.isEmpty() && body.isEmpty()) return {};
        return QByteArray("<p class=\"") + name + "\"><b>" + words(title, true) + "</b> " + words(body) + "</p>";
    }

    QByteArray question(const PageStep& step, int language) {
        const LessonStop& stop = m_story.lesson->stops[step.stop];
        const QString& code = m_story.languages[language];
        QByteArray out = "<p class=\"lesson\">" + words(Lesson::in(stop.text, code)) + "</p>";
        if (step.drawing) return out + drawing(*step.drawing, language);
        if (step.prediction) return out + prediction(*step.prediction, language);
        if (!stop.hasQuestion()) return out;
        out += asked(Lesson::in(stop.question, code));
        for (const LessonAnswer& answer : stop.answers.value(stop.answers.contains(code) ? code : QStringLiteral("en")))
            out += choice({}, answer.text, answer.isRight);
        if (step.answer) out += clickable(step.answer, code);
        return out + told(PageWord::NotThat, Lesson::in(stop.why, code), code);
    }

    QByteArray asked(const QString& question, const char* kind = "") {
        return QByteArray("<div class=\"ask") + kind + "\"><p class=\"question\">" + words(question, true) + "</p>";
    }
    QByteArray choice(const QString& letter, const QString& text, bool isRight) {
        return "<button type=\"button\" class=\"answer\"" + QByteArray(isRight ? " data-right" : "") + '>' +
               (letter.isEmpty() ? QByteArray() : "<b>" + words(letter, true) + "</b> ") + words(text) + "</button>";
    }
    QByteArray clickable(ObjectId answer, const QString& code) { // 0: any object is the wrong answer
        return "<p class=\"click\" data-answer=\"" + number(answer.life) + "\">" + words(pageWord(PageWord::ClickObject, code)) + "</p>";
    }
    QByteArray told(PageWord wrong, const QString& why, const QString& code) {
        return "<p class=\"wrong h\">" + words(pageWord(wrong, code)) + "</p><p class=\"why\">" + words(why) + "</p></div>";
    }

    QByteArray prediction(const PagePrediction& prediction, int language) {
        const PagePrediction::Words& said = prediction.words[size_t(language)];
        const QString& code = m_story.languages[language];
        QByteArray out = "<p class=\"about-to\">" + words(said.about) + "</p>" + asked(said.question);
        for (int i = 0; i < said.choices.size(); ++i) out += choice(DrawTask::letterOf(i), said.choices[i], i == prediction.question.right);
        if (prediction.question.asksForObject()) out += clickable(prediction.answer(), code);
        return out + told(PageWord::NotThat, said.truth, code);
    }

    // A list of the dots, each with the objects to choose from: for keys, for who cannot see the picture, and to keep what was drawn by hand.
    QByteArray drawing(const PageDrawing& drawing, int language) {
        const PageDrawing::Words& said = drawing.words[size_t(language)];
        const QString& code = m_story.languages[language];
        QByteArray objects = "<option value=\"\">\u2013</option>";
        for (int i = 0; i < drawing.objects.size(); ++i)
            objects += "<option value=\"" + number(drawing.objects[i].life) + "\">" + words(DrawTask::letterOf(i)) + "</option>";
        m_story.fonts.addText(QStringLiteral("\u2013\u2713\u2715?"), false, true);
        QByteArray out = asked(said.wish, " draw") + "<p class=\"hint\">" + words(pageWord(PageWord::DrawHint, code)) + "</p><ul>";
        auto place = [&](const char* name, const std::vector<QVector<PageDrawing::Dot>>& dots, int dot) {
            const QVector<PageDrawing::Dot>& here = dots[size_t(language)];
            if (here.size() != drawing.targets.size()) return QByteArray();
            return QByteArray(" data-") + name + "=\"" + QByteArray::number(here[dot].at.x(), 'f', 0) + ' ' +
                   QByteArray::number(here[dot].at.y(), 'f', 0) + ' ' + number(here[dot].arrow.layer) + ' ' + number(here[dot].arrow.number) + '"';
        };
        for (int i = 0; i < drawing.targets.size(); ++i)
            out += "<li data-to=\"" + number(drawing.targets[i].life) + '"' + place("w", drawing.wide, i) + place("n", drawing.narrow, i) +
                   "><label>" + words(said.places[i]) + " \u2192 <select>" + objects + "</select></label> <b></b></li>";
        auto button = [&](const char* does, PageWord word) {
            return QByteArray("<button type=\"button\" data-draw=\"") + does + "\">" + words(pageWord(word, code), true) + "</button> ";
        };
        return out + "</ul>" + button("check", PageWord::DrawCheck) + button("show", PageWord::DrawShow) +
               told(PageWord::DrawWrong, said.truth, code);
    }

    QByteArray happened() {
        QByteArray out = "<section class=\"happened\"><h2 class=\"unseen\">" + said(PageWord::Happened, true) +
                         "</h2>\n<div id=\"now\" aria-live=\"polite\"></div>\n";
        for (int language = 0; language < m_story.languages.size(); ++language) {
            out += "<ol class=\"steps\" lang=\"" + m_story.languages[language].toLatin1() + "\">\n";
            PieceChanges wide, narrow;
            for (const PageStep& step : m_story.steps) {
                const QByteArray ofWide = wide.to(step.wide[size_t(language)]), ofNarrow = narrow.to(step.narrow[size_t(language)]);
                const StepText& text = step.text[size_t(language)];
                out += "<li data-file=\"" + number(step.file) + "\" data-line=\"" + number(step.line) + "\" data-just=\"" + number(step.justLine) +
                       "\" data-printed=\"" + number(step.printed) + "\" data-w=\"" + ofWide +
                       (ofNarrow == ofWide ? QByteArray() : "\" data-n=\"" + ofNarrow) + "\"><h3>" + words(step.place[size_t(language)], true) +
                       "</h3>";
                if (step.stop >= 0) out += question(step, language);
                out += sentence("just", text.justTitle, text.justBody) + sentence("next", text.nextTitle, text.nextBody) + "</li>\n";
            }
            out += "</ol>\n";
        }
        return out + "</section>\n";
    }

    QByteArray button(const char* does, PageWord word, const char* sign, bool hasText) {
        return QByteArray("<button type=\"button\" data-go=\"") + does + '"' + (hasText ? QByteArray() : labels(word)) +
               "><svg class=\"sign\" viewBox=\"0 0 16 16\"><path d=\"" + sign + "\"/></svg>" + (hasText ? said(word, true) : QByteArray()) +
               "</button>";
    }

    QByteArray transport() {
        const QByteArray last = number(int64_t(m_story.steps.size()) - 1);
        return "<nav class=\"transport\"" + labels(PageWord::Transport) + '>' + button("first", PageWord::First, "M3 3h2v10H3zM14 3v10L6 8z", false) +
               button("back", PageWord::Back, "M12 3v10L4 8z", true) + button("step", PageWord::Step, "M4 3v10l8-5z", true) +
               button("last", PageWord::Last, "M2 3v10l8-5zM11 3h2v10h-2z", false) + button("play", PageWord::Play, "M5 3v10l8-5z", true) +
               "<output class=\"count\"></output><input type=\"range\" min=\"0\" max=\"" + last + "\" value=\"0\" step=\"1\"" +
               labels(PageWord::Scrubber) + "></nav>\n";
    }

    QByteArray footer() { return "<footer><p class=\"keys\">" + said(PageWord::Keys) + "</p><p>" + said(PageWord::MadeWith) + "</p></footer>\n"; }

    PageStory& m_story;
    const ExportOptions& m_options;
};

}

QByteArray pageDocument(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, QString* error) {
    if (steps.size() > mostSteps) {
        const QByteArray sample = pageDocument(run, {steps.begin(), steps.begin() + sampleSteps}, options, error);
        *error = tooManySteps(steps.size(), mostSteps, double(sample.size()) / sampleSteps * double(steps.size()));
        return {};
    }
    PageStory story;
    tellStory(story, run, steps, options);
    const TextLanguageScope scope(story.languages.first()); // which font comes first
    return Document(story, options).write();
}

}
