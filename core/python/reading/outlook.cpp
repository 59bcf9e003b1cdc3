// SPDX-License-Identifier: GPL-3.0-or-later
// What a statement is about to do, told from its text alone: its first word, its own signs, and how its parts are written.
#include <algorithm>
#include <iterator>

#include "core/python/reading/python_reading.h"
#include "core/python/reading/statement_text.h"
#include "core/python/reading/value_form.h"

namespace memtape {

namespace {

using Doing = Outlook::Doing;
using Form = Outlook::Form;
constexpr size_t nowhere = std::string::npos;

Outlook of(Doing doing, const std::string& value = {}) {
    Outlook outlook;
    outlook.doing = doing;
    if (!value.empty()) classifyValue(outlook, value);
    return outlook;
}

// What stands between a keyword and the colon at the end of a head; `if x: y` has more behind it.
std::string headOf(const StatementText& text, size_t from, bool& hasMore) {
    size_t colon = text.find(":", from);
    for (; colon != nowhere; colon = text.find(":", colon + 1)) {
        if (text.outline().compare(colon, 2, ":=") == 0) continue;
        size_t lambda = text.findWord("lambda", from); // has a colon of its own
        if (lambda == nowhere || lambda > colon) break;
        from = lambda + 1;
    }
    hasMore = colon != nowhere && !text.piece(colon + 1).empty();
    return text.piece(from, colon);
}

Outlook loop(const StatementText& text, size_t from) {
    bool hasMore = false;
    StatementText head(headOf(text, from, hasMore));
    size_t in = head.findWord("in");
    if (in == nowhere) return {};
    Outlook outlook = of(Doing::NextItem, head.piece(in + 2));
    outlook.targets = head.split(',', 0, in);
    return outlook;
}

// `as NAME` behind what a clause or a context is about.
Outlook withName(Doing doing, const std::string& head) {
    StatementText text(head);
    size_t as = text.findWord("as");
    Outlook outlook = of(doing, text.piece(0, as));
    if (as != nowhere) outlook.targets = {text.piece(as + 2)};
    return outlook;
}

Outlook imported(const StatementText& text) {
    Outlook outlook = of(Doing::LoadModule);
    for (const std::string& each : text.split(',', 6)) {
        StatementText module(each);
        size_t as = module.findWord("as");
        outlook.values.push_back(module.piece(0, as));
        std::string path = module.piece(0, as);
        outlook.targets.push_back(as == nowhere ? path.substr(0, path.find('.')) : module.piece(as + 2));
    }
    return outlook;
}

Outlook importedFrom(const StatementText& text) {
    size_t import = text.findWord("import");
    if (import == nowhere) return {};
    Outlook outlook = of(Doing::LoadNames);
    outlook.value = text.piece(4, import);
    std::string names = text.piece(import + 6);
    StatementText list(names.size() > 1 && names[0] == '(' ? names.substr(1, names.size() - 2) : names);
    for (const std::string& each : list.split(',', 0)) {
        size_t as = StatementText(each).findWord("as");
        if (each != "*") outlook.targets.push_back(as == nowhere ? each : StatementText(each).piece(as + 2));
    }
    return outlook;
}

// Where the statement's own `=` stand, not those of a comparison.
std::vector<size_t> assignments(const StatementText& text) {
    const std::string& outline = text.outline();
    std::vector<size_t> places;
    size_t lambda = text.findWord("lambda");
    for (size_t i = outline.find('='); i < std::min(lambda, outline.size()); i = outline.find('=', i + 1)) {
        if (i + 1 < outline.size() && outline[i + 1] == '=') {
            i++;
            continue;
        }
        char before = i ? outline[i - 1] : '=';
        bool isShift = i >= 2 && outline[i - 2] == before;
        bool isComparison = before == '!' || before == ':' || ((before == '<' || before == '>') && !isShift);
        if (i == 0) return {};
        if (!isComparison) places.push_back(i);
    }
    return places;
}

// `rows[1:2]`: the items themselves, not a place for one.
bool isSlice(const StatementText& target) {
    size_t open = target.outline().rfind('[');
    return open != nowhere && open > 0 && target.outline().back() == ']' &&
           StatementText(target.piece(open + 1, target.outline().size() - 1)).find(":") != nowhere;
}

Outlook assigned(const StatementText& text, const std::vector<size_t>& places) {
    constexpr std::string_view signs = "+-*/%&|^@<>";
    if (signs.find(text.outline()[places[0] - 1]) != nowhere) {
        size_t begin = places[0];
        while (begin && signs.find(text.outline()[begin - 1]) != nowhere) begin--;
        Outlook outlook = of(Doing::Operate, text.piece(places[0] + 1));
        outlook.targets = {text.piece(0, begin)};
        outlook.operation = text.piece(begin, places[0] + 1);
        return outlook;
    }
    Outlook outlook = of(Doing::Bind, text.piece(places.back() + 1));
    size_t from = 0;
    for (size_t place : places) {
        StatementText target(text.piece(from, place));
        from = place + 1;
        size_t annotation = target.find(":");
        bool isGroup = isWrapped(target, 0, '(', ')') || isWrapped(target, 0, '[', ']');
        StatementText inner(isGroup ? target.piece(1, target.outline().size() - 1) : target.piece(0, annotation));
        std::vector<std::string> parts = inner.split(',', 0);
        if (isGroup || inner.find(",") != nowhere) outlook.doing = Doing::Unpack;
        else if (isSlice(inner)) outlook.doing = Doing::Replace;
        outlook.targets.insert(outlook.targets.end(), parts.begin(), parts.end());
    }
    return outlook;
}

Outlook expression(const StatementText& text) {
    std::string whole = text.piece(0);
    if (whole.empty()) return {};
    if (text.find(":") != nowhere && text.find(":=") == nowhere && text.findWord("lambda") == nowhere) return of(Doing::Nothing); // an annotation
    Outlook outlook = of(Doing::Evaluate, whole);
    if (outlook.form == Form::Constant) outlook.doing = Doing::Nothing; // a docstring
    if (outlook.form == Form::Call && outlook.callee == "print") {
        outlook.doing = Doing::Print;
        outlook.value = text.piece(text.find("(") + 1, text.outline().size() - 1);
    }
    return outlook;
}

std::string definedName(const StatementText& text, size_t from) {
    size_t end = text.outline().find_first_of("([: ", text.outline().find_first_not_of(' ', from));
    return text.piece(from, end);
}

Outlook named(Doing doing, std::string name) {
    Outlook outlook = of(doing);
    outlook.targets = {std::move(name)};
    return outlook;
}

// By the statement's first word; the handler gets the place behind that.
struct FirstWord {
    std::string_view word;
    Outlook (*outlook)(const StatementText& text, size_t from);
};

template <Doing doing> Outlook valued(const StatementText& text, size_t from) { return of(doing, text.piece(from)); }
template <Doing doing> Outlook headed(const StatementText& text, size_t from) {
    bool hasMore = false;
    Outlook outlook = of(doing, headOf(text, from, hasMore));
    outlook.hasMore = hasMore;
    return outlook;
}
template <Doing doing> Outlook headedWithName(const StatementText& text, size_t from) {
    if (from < text.outline().size() && text.outline()[from] == '*') from++; // of a group
    bool hasMore = false;
    Outlook outlook = withName(doing, headOf(text, from, hasMore));
    outlook.hasMore = hasMore;
    return outlook;
}
template <Doing doing> Outlook defined(const StatementText& text, size_t from) { return named(doing, definedName(text, from)); }

Outlook asynchronous(const StatementText& text, size_t from);
Outlook removed(const StatementText& text, size_t from) {
    Outlook outlook = of(Doing::Remove);
    outlook.targets = text.split(',', from);
    return outlook;
}
Outlook raised(const StatementText& text, size_t from) {
    StatementText behind(text.piece(from));
    return of(Doing::Raise, behind.piece(0, behind.findWord("from")));
}
Outlook asserted(const StatementText& text, size_t from) { return of(Doing::Assert, text.piece(from, text.find(",", from))); }

Outlook entered(const StatementText& text, size_t from) {
    Outlook outlook = of(Doing::EnterContext);
    StatementText head(headOf(text, from, outlook.hasMore));
    bool isGroup = isWrapped(head, 0, '(', ')');
    StatementText contexts(isGroup ? head.piece(1, head.outline().size() - 1) : head.piece(0));
    for (const std::string& each : contexts.split(',', 0)) {
        Outlook one = withName(Doing::EnterContext, each);
        outlook.value += (outlook.value.empty() ? "" : ", ") + one.value;
        outlook.targets.insert(outlook.targets.end(), one.targets.begin(), one.targets.end());
    }
    return outlook;
}

constexpr FirstWord firstWords[] = {
    {"return", valued<Doing::Return>},
    {"yield", valued<Doing::Yield>},
    {"def", defined<Doing::DefineRoutine>},
    {"class", defined<Doing::DefineClass>},
    {"async", asynchronous},
    {"for", loop},
    {"while", headed<Doing::Repeat>},
    {"if", headed<Doing::Test>},
    {"elif", headed<Doing::Test>},
    {"assert", asserted},
    {"del", removed},
    {"import", [](const StatementText& text, size_t) { return imported(text); }},
    {"from", [](const StatementText& text, size_t) { return importedFrom(text); }},
    {"raise", raised},
    {"try", headed<Doing::Watch>},
    {"except", headedWithName<Doing::Clause>},
    {"with", entered},
    {"pass", valued<Doing::Nothing>},
    {"break", valued<Doing::LeaveLoop>},
    {"continue", valued<Doing::NextRound>},
    {"global", valued<Doing::Nothing>},
    {"nonlocal", valued<Doing::Nothing>},
};
// Words that are names elsewhere.
constexpr FirstWord softWords[] = {{"match", headed<Doing::Match>}, {"case", headed<Doing::Pattern>}};

Outlook asynchronous(const StatementText& text, size_t from) {
    StatementText behind(text.piece(from));
    for (const FirstWord& row : firstWords)
        if (behind.beginsWith(row.word)) return row.outlook(behind, row.word.size());
    return {};
}

Outlook ofStatement(const StatementText& text) {
    if (text.outline().empty()) return {};
    if (text.outline()[0] == '@') return of(Doing::Decorate, text.piece(1));
    for (const FirstWord& row : firstWords)
        if (text.beginsWith(row.word)) return row.outlook(text, row.word.size());
    for (const FirstWord& row : softWords)
        if (text.beginsWith(row.word) && text.outline().back() == ':') return row.outlook(text, row.word.size());
    std::vector<size_t> places = assignments(text);
    return places.empty() ? expression(text) : assigned(text, places);
}

}

Outlook PythonReading::outlook(std::string_view source, uint32_t line) const {
    StatementLines lines = statementAt(source, line);
    if (lines.first && lines.first != line) {
        Outlook outlook = of(Doing::Continue);
        outlook.line = lines.first;
        return outlook;
    }
    StatementText whole(linesOf(source, lines));
    size_t semicolon = whole.find(";");
    Outlook outlook = ofStatement(StatementText(whole.piece(0, semicolon)));
    outlook.hasMore |= semicolon != nowhere && !whole.piece(semicolon + 1).empty();
    return outlook;
}

}
