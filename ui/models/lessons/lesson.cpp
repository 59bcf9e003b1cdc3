// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lessons/lesson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace memtape {

namespace {

void append(QHash<QString, QString>& texts, const QString& language, const QString& line) {
    QString& text = texts[language];
    if (!text.isEmpty()) text += QLatin1Char(line.isEmpty() ? '\n' : ' ');
    text += line;
}

// How the lesson is to be drawn; false: nothing is drawn so.
bool takeLook(Lesson& lesson, const QString& what, const QString& how) {
    static const QStringList details{QStringLiteral("names"), QStringLiteral("values"), QStringLiteral("objects"), QStringLiteral("bytes")};
    if (what == QStringLiteral("detail")) {
        lesson.detail = int(details.indexOf(how));
        return lesson.detail >= 0;
    }
    lesson.everyObjectAsBox = how == QStringLiteral("all");
    return lesson.everyObjectAsBox;
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
    static const QRegularExpression tag(QStringLiteral("^# (lesson|hint|ask|answer|why):([a-z]{2}):(\\*?) ?(.*)$"));
    static const QRegularExpression click(QStringLiteral("^# answer:-> (\\S+)\\s*$"));
    static const QRegularExpression at(QStringLiteral("^# at line (\\d+)(?::(\\d+))?:\\s*$"));
    static const QRegularExpression look(QStringLiteral("^# (detail|boxes): (\\S+)\\s*$"));
    static const QRegularExpression picture(QStringLiteral("^# picture: (\\d+)\\s*$"));
    QStringList lines = source.split(QLatin1Char('\n'));
    bool inProgram = true;
    QStringList program;
    for (int i = 0; i < lines.size(); ++i) {
        const QString& line = lines[i];
        auto tagged = tag.match(line);
        auto stop = at.match(line);
        if (auto object = click.match(line); object.hasMatch() && !lesson.stops.isEmpty()) {
            lesson.stops.last().object = object.captured(1);
            continue;
        }
        if (auto shown = picture.match(line); shown.hasMatch() && !inProgram) {
            lesson.pictureLine = shown.captured(1).toInt();
            continue;
        }
        if (auto said = look.match(line); said.hasMatch() && !inProgram) {
            if (!takeLook(lesson, said.captured(1), said.captured(2)))
                lesson.problems.append(QStringLiteral("line %1 asks for a picture that there is not: %2").arg(i + 1).arg(line));
            continue;
        }
        if (!tagged.hasMatch() && !stop.hasMatch()) {
            if (inProgram) program.append(line);
            else if (!line.trimmed().isEmpty() && line.trimmed() != QStringLiteral("#"))
                lesson.problems.append(QStringLiteral("line %1 is neither program nor lesson: %2").arg(i + 1).arg(line));
            continue;
        }
        inProgram = false;
        if (stop.hasMatch()) {
            LessonStop next;
            next.line = stop.captured(1).toInt();
            next.time = stop.captured(2).isEmpty() ? 1 : stop.captured(2).toInt();
            lesson.stops.append(next);
            continue;
        }
        QString kind = tagged.captured(1), language = tagged.captured(2), text = tagged.captured(4);
        bool starred = !tagged.captured(3).isEmpty();
        if (kind == QStringLiteral("lesson")) {
            if (!lesson.stops.isEmpty()) append(lesson.stops.last().text, language, text);
            else if (!lesson.title.contains(language)) lesson.title[language] = text;
            else append(lesson.text, language, text);
            continue;
        }
        if (kind == QStringLiteral("hint")) {
            append(lesson.hint, language, text);
            continue;
        }
        if (lesson.stops.isEmpty()) {
            lesson.problems.append(QStringLiteral("line %1 stands before the first stop").arg(i + 1));
            continue;
        }
        LessonStop& current = lesson.stops.last();
        if (kind == QStringLiteral("ask")) append(current.question, language, text);
        else if (kind == QStringLiteral("why")) append(current.why, language, text);
        else current.answers[language].append({text, starred});
    }
    while (!program.isEmpty() && program.last().trimmed().isEmpty()) program.removeLast();
    lesson.program = program.join(QLatin1Char('\n')) + QLatin1Char('\n');
    if (lesson.title.isEmpty()) lesson.problems.append(QStringLiteral("no title"));
    if (lesson.pictureLine > program.size()) lesson.problems.append(QStringLiteral("there is no line %1").arg(lesson.pictureLine));
    for (const LessonStop& stop : lesson.stops) {
        if (stop.line < 1 || stop.line > program.size()) lesson.problems.append(QStringLiteral("there is no line %1").arg(stop.line));
        for (auto answers = stop.answers.begin(); answers != stop.answers.end(); ++answers) {
            int right = 0;
            for (const LessonAnswer& answer : *answers) right += answer.isRight;
            if (right != 1)
                lesson.problems.append(
                    QStringLiteral("the question at line %1 (%2) has %3 right answers").arg(stop.line).arg(answers.key()).arg(right));
        }
        if (stop.hasQuestion() && stop.answers.isEmpty() == stop.object.isEmpty())
            lesson.problems.append(QStringLiteral("the question at line %1 wants either choices or an object").arg(stop.line));
    }
    return lesson;
}

QVector<Lesson> builtInLessons() {
    QVector<Lesson> lessons;
    QDir folder(QStringLiteral(":/lessons"));
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        Lesson lesson = Lesson::parse(QFileInfo(name).completeBaseName(), QString::fromUtf8(file.readAll()));
        lesson.ending = QLatin1Char('.') + QFileInfo(name).suffix();
        lessons.append(lesson);
    }
    return lessons;
}

}
