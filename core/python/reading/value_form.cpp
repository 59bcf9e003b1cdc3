// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/reading/value_form.h"

#include <algorithm>
#include <string_view>

namespace memtape {

namespace {

using Form = Outlook::Form;
constexpr size_t nowhere = std::string::npos;

bool isWord(std::string_view text) {
    return !text.empty() && !(text[0] >= '0' && text[0] <= '9') && std::all_of(text.begin(), text.end(), isWordCharacter);
}

bool isConstantWord(std::string_view word) { return word == "None" || word == "True" || word == "False" || word == "..."; }

bool isNumber(std::string_view text) {
    if (!text.empty() && text[0] == '-') text.remove_prefix(1);
    bool isDigit = !text.empty() && ((text[0] >= '0' && text[0] <= '9') || (text[0] == '.' && text.size() > 1));
    return isDigit && std::all_of(text.begin(), text.end(), [](char c) { return isWordCharacter(c) || c == '.'; });
}

// Names with dots between them.
bool isPath(std::string_view text) {
    while (true) {
        size_t dot = text.find('.');
        if (!isWord(text.substr(0, dot))) return false;
        if (dot == nowhere) return true;
        text.remove_prefix(dot + 1);
    }
}

// A path with items along it: `rows[i].next`.
bool isPlace(const StatementText& text) {
    std::string bare;
    for (size_t i = 0; i < text.outline().size(); i++) {
        if (text.outline()[i] == '[') i = text.find("]", i);
        else bare += text.outline()[i];
        if (i == nowhere) return false;
    }
    if (text.find(":") != nowhere || !isPath(bare)) return false;
    // a slice makes a new object
    for (size_t i = text.find("["); i != nowhere; i = text.find("[", i + 1))
        if (StatementText inner(text.piece(i + 1, text.find("]", i))); inner.find(":") != nowhere || inner.find(",") != nowhere) return false;
    return true;
}

std::string displayedType(const StatementText& text) {
    if (isWrapped(text, 0, '[', ']')) return "list";
    if (!isWrapped(text, 0, '{', '}')) return {};
    StatementText inner(text.piece(1, text.outline().size() - 1));
    bool isDict = inner.outline().empty() || inner.find(":") != nowhere || inner.outline().compare(0, 2, "**") == 0;
    return isDict ? "dict" : "set";
}

}

bool isWrapped(const StatementText& text, size_t before, char open, char close) {
    const std::string& outline = text.outline();
    return before < outline.size() && outline[before] == open && outline.find(close, before) == outline.size() - 1;
}

void classifyValue(Outlook& outlook, const std::string& value) {
    outlook.value = value;
    StatementText text(value);
    const std::string& outline = text.outline();
    bool isText = !outline.empty() && std::all_of(outline.begin(), outline.end(), [](char c) { return c == '"'; });
    bool isPrefixed =
        outline.size() > 1 && (outline[0] == 'r' || outline[0] == 'b' || outline[0] == 'u') && outline.find_first_not_of('"', 1) == nowhere;
    size_t open = outline.find('(');
    if (text.beginsWith("await") || text.beginsWith("yield")) outlook.form = Form::Wait;
    else if (isConstantWord(value) || isNumber(value) || isText || isPrefixed) outlook.form = Form::Constant;
    else if (outlook.made = displayedType(text); !outlook.made.empty()) outlook.form = Form::Display;
    else if (!text.beginsWith("lambda") && isPlace(text)) outlook.form = Form::Place;
    else if (open != nowhere && isWrapped(text, open, '(', ')') && isPlace(StatementText(text.piece(0, open)))) {
        outlook.form = Form::Call;
        outlook.callee = text.piece(0, open);
    }
}

}
