// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lessons/lesson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>

namespace memtape {

const QStringList& predictableKinds() {
    static const QStringList names{QStringLiteral("line"),  QStringLiteral("object"), QStringLiteral("value"), QStringLiteral("released"),
                                   QStringLiteral("count"), QStringLiteral("output"), QStringLiteral("frame")};
    return names;
}

const QStringList& lessonInstruments() {
    static const QStringList names{QStringLiteral("heap"), QStringLiteral("garbage"), QStringLiteral("map"), QStringLiteral("compare")};
    return names;
}

namespace {

void append(QHash<QString, QString>& texts, const QString& language, const QString& line) {
    QString& text = texts[language];
    if (!text.isEmpty()) text += QLatin1Char(line.isEmpty() ? '\n' : ' ');
    text += line;
}

// Reads a text line by line: the program first, then what is said about it.
class Parser {
public:
    explicit Parser(Lesson& lesson) : m_lesson(lesson) {}

    void parse() {
        const QStringList lines = m_lesson.source.split(QLatin1Char('\n'));
        for (m_line = 1; m_line <= lines.size(); ++m_line) take(lines[m_line - 1]);
        while (!m_program.isEmpty() && m_program.last().trimmed().isEmpty()) m_program.removeLast();
        m_lesson.program = m_program.join(QLatin1Char('\n')) + QLatin1Char('\n');
        m_line = 1;
        if (m_lesson.title.isEmpty()) wrong(Lesson::tr("The lesson has no title (# lesson:en: …)."));
        for (const LessonStop& stop : m_lesson.stops) checkStop(stop);
    }

private:
    void wrong(const QString& text) { m_lesson.problems.append({m_line, text}); }

    void take(const QString& line) {
        static const QRegularExpression tag(QStringLiteral("^# (lesson|hint|ask|answer|why):([a-z]{2}):(\\*?) ?(.*)$"));
        static const QRegularExpression at(QStringLiteral("^# at (return from )?line (\\d+)(?::(\\d+))?:\\s*$"));
        auto tagged = tag.match(line), stop = at.match(line);
        if (stop.hasMatch()) return takeStop(stop);
        if (tagged.hasMatch()) return takeText(tagged.captured(1), tagged.captured(2), tagged.captured(4), !tagged.captured(3).isEmpty());
        if (m_inProgram) m_program.append(line);
        else if (!takeSetting(line) && !line.trimmed().isEmpty() && line.trimmed() != QStringLiteral("#"))
            wrong(Lesson::tr("This is neither program nor lesson: %1").arg(line.trimmed()));
    }

    void takeStop(const QRegularExpressionMatch& stop) {
        m_inProgram = false;
        LessonStop next;
        next.place = {stop.captured(2).toInt(), stop.captured(3).isEmpty() ? 1 : stop.captured(3).toInt(), !stop.captured(1).isEmpty()};
        next.at = m_line;
        if (next.place.time < 1) wrong(Lesson::tr("Times are counted from 1."));
        m_lesson.stops.append(next);
    }

    bool takeSetting(const QString& line) {
        static const QRegularExpression setting(QStringLiteral("^# (picture|detail|boxes): (\\S+)\\s*$"));
        static const QRegularExpression click(QStringLiteral("^# answer:-> (\\S+)\\s*$"));
        static const QRegularExpression predict(QStringLiteral("^# predict:\\s*(\\S*)\\s*$"));
        static const QRegularExpression instrument(QStringLiteral("^# instrument: (\\S+)\\s*$"));
        static const QRegularExpression draw(QStringLiteral("^# draw:\\s*$"));
        if (auto object = click.match(line); object.hasMatch()) {
            if (LessonStop* stop = current()) stop->object = object.captured(1);
            return true;
        }
        if (auto kind = predict.match(line); kind.hasMatch()) {
            if (LessonStop* stop = current()) takePrediction(*stop, kind.captured(1));
            return true;
        }
        if (draw.match(line).hasMatch()) {
            if (LessonStop* stop = current()) stop->drawnAt = m_line;
            return true;
        }
        if (auto name = instrument.match(line); name.hasMatch()) {
            if (LessonStop* stop = current()) stop->instrument = name.captured(1);
            if (!lessonInstruments().contains(name.captured(1)))
                wrong(Lesson::tr("There is no instrument that is called %1; there are: %2.")
                          .arg(name.captured(1), lessonInstruments().join(QStringLiteral(", "))));
            return true;
        }
        auto said = setting.match(line);
        if (said.hasMatch()) takeLook(said.captured(1), said.captured(2));
        return said.hasMatch();
    }

    void takePrediction(LessonStop& stop, const QString& kind) {
        stop.predictedAt = m_line;
        if (kind.isEmpty()) return;
        const qsizetype number = predictableKinds().indexOf(kind);
        if (number >= 0) stop.predicted = Question::Kind(number);
        else
            wrong(
                Lesson::tr("There is nothing to predict that is called %1; there are: %2.").arg(kind, predictableKinds().join(QStringLiteral(", "))));
    }

    // How the lesson is to be drawn.
    void takeLook(const QString& what, const QString& how) {
        static const QStringList details{QStringLiteral("names"), QStringLiteral("values"), QStringLiteral("objects"), QStringLiteral("bytes")};
        if (what == QStringLiteral("picture")) {
            m_lesson.pictureLine = how.toInt();
            if (m_lesson.pictureLine < 1 || m_lesson.pictureLine > m_program.size()) wrong(Lesson::tr("The program has no line %1.").arg(how));
        } else if (what == QStringLiteral("detail")) {
            m_lesson.detail = int(details.indexOf(how));
            if (m_lesson.detail < 0)
                wrong(Lesson::tr("There is no detail that is called %1; there are: %2.").arg(how, details.join(QStringLiteral(", "))));
        } else {
            m_lesson.everyObjectAsBox = how == QStringLiteral("all");
            if (!m_lesson.everyObjectAsBox) wrong(Lesson::tr("Boxes can only be: all."));
        }
    }

    void takeText(const QString& kind, const QString& language, const QString& text, bool isStarred) {
        m_inProgram = false;
        if (kind == QStringLiteral("lesson")) {
            if (!m_lesson.stops.isEmpty()) append(m_lesson.stops.last().text, language, text);
            else if (!m_lesson.title.contains(language)) m_lesson.title[language] = text;
            else append(m_lesson.text, language, text);
            return;
        }
        if (kind == QStringLiteral("hint")) return append(m_lesson.hint, language, text);
        LessonStop* stop = current();
        if (!stop) return;
        if (kind == QStringLiteral("why")) append(stop->why, language, text);
        else if (kind == QStringLiteral("answer")) stop->answers[language].append({text, isStarred});
        else {
            append(stop->question, language, text);
            if (!stop->askedAt) stop->askedAt = m_line;
        }
    }

    LessonStop* current() {
        if (m_lesson.stops.isEmpty()) wrong(Lesson::tr("This stands before the first stop (# at line …)."));
        return m_lesson.stops.isEmpty() ? nullptr : &m_lesson.stops.last();
    }

    void checkStop(const LessonStop& stop) {
        m_line = std::max(stop.predictedAt, stop.drawnAt);
        if (bool(stop.hasQuestion()) + bool(stop.predictedAt) + bool(stop.drawnAt) > 1)
            wrong(Lesson::tr("A stop wants one thing at a time: a question (# ask:en: …), a prediction or a drawing."));
        m_line = stop.at;
        if (stop.place.line < 1 || stop.place.line > m_program.size()) wrong(Lesson::tr("The program has no line %1.").arg(stop.place.line));
        if (!stop.hasQuestion()) {
            if (!stop.answers.isEmpty() || !stop.object.isEmpty() || !stop.why.isEmpty())
                wrong(Lesson::tr("There are answers or reasons, but no question (# ask:en: …)."));
            return;
        }
        m_line = stop.askedAt;
        if (stop.answers.isEmpty() == stop.object.isEmpty())
            wrong(Lesson::tr("A question wants either choices (# answer:en: …) or an object (# answer:-> …)."));
        QStringList languages = stop.answers.keys();
        languages.sort();
        for (const QString& language : std::as_const(languages)) {
            int right = 0;
            for (const LessonAnswer& answer : stop.answers[language]) right += answer.isRight;
            if (right != 1)
                wrong(Lesson::tr("The question has %2 right answers in the language %1, not one (# answer:%1:* …).").arg(language).arg(right));
        }
    }

    Lesson& m_lesson;
    QStringList m_program;
    int m_line = 0;
    bool m_inProgram = true;
};

QVector<Lesson> readAll(const QDir& folder, bool isBuiltIn) {
    QVector<Lesson> lessons;
    for (const QFileInfo& info : folder.entryInfoList(QDir::Files, QDir::Name)) {
        constexpr qint64 largest = 1 << 20; // no lesson is that long
        QFile file(info.filePath());
        if (info.size() > largest || !file.open(QIODevice::ReadOnly)) continue;
        Lesson lesson = Lesson::parse(isBuiltIn ? info.completeBaseName() : info.absoluteFilePath(), QString::fromUtf8(file.readAll()));
        if (lesson.title.isEmpty()) continue;
        lesson.ending = QLatin1Char('.') + info.suffix();
        lessons.append(lesson);
    }
    return lessons;
}

}

QString Lesson::in(const QHash<QString, QString>& texts, const QString& language) {
    auto found = texts.constFind(language);
    return found != texts.constEnd() ? *found : texts.value(QStringLiteral("en"));
}

QString Lesson::programOf(const QString& source) {
    static const QRegularExpression first(QStringLiteral("^# lesson:[a-z]{2}:"), QRegularExpression::MultilineOption);
    qsizetype at = source.indexOf(first);
    return at < 0 ? source : source.left(at);
}

Lesson Lesson::parse(const QString& id, const QString& source) {
    Lesson lesson;
    lesson.id = id;
    lesson.source = source;
    Parser(lesson).parse();
    return lesson;
}

QVector<Lesson> builtInLessons() { return readAll(QDir(QStringLiteral(":/lessons")), true); }

QString lessonTemplate() {
    QFile file(QStringLiteral(":/templates/lesson.py"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QVector<Lesson> lessonsIn(const QString& folder) { return folder.isEmpty() ? QVector<Lesson>() : readAll(QDir(folder), false); }

}
