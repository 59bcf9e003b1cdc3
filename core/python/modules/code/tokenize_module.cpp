// SPDX-License-Identifier: GPL-3.0-or-later
// _tokenize: TokenizerIter, which tokenize.py is made of.
//
// The lines are asked for when the first token is, all of them: the lexer wants the whole text. What readline() raises stops them there, and is raised
// behind the last token before it, as if the lines had been asked for one by one.

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/python/modules/native_modules.h"
#include "core/python/objects/classes/function_object.h"
#include "core/python/objects/containers/tuple_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/model/recording.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/protocol/vm_hooks.h"
#include "core/python/objects/text/bytes_object.h"
#include "core/python/objects/text/codecs.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/syntax/lexer.h"
#include "core/text/utf8.h"

namespace memtape {

namespace {

// The numbers of token.py.
enum TokenNumber : int {
    NumberEndMarker = 0,
    NumberName,
    NumberNumber,
    NumberString,
    NumberNewline,
    NumberIndent,
    NumberDedent,
    NumberOperator = 55,
    NumberFStringStart = 59,
    NumberFStringMiddle,
    NumberFStringEnd,
    NumberComment,
    NumberLineBreak,
    NumberError,
};

struct OperatorNumber {
    std::string_view text;
    int number;
};
constexpr OperatorNumber operatorNumbers[] = {
    {"(", 7},   {")", 8},    {"[", 9},   {"]", 10},  {":", 11},  {",", 12},   {";", 13},  {"+", 14},   {"-", 15},   {"*", 16},
    {"/", 17},  {"|", 18},   {"&", 19},  {"<", 20},  {">", 21},  {"=", 22},   {".", 23},  {"%", 24},   {"{", 25},   {"}", 26},
    {"==", 27}, {"!=", 28},  {"<=", 29}, {">=", 30}, {"~", 31},  {"^", 32},   {"<<", 33}, {">>", 34},  {"**", 35},  {"+=", 36},
    {"-=", 37}, {"*=", 38},  {"/=", 39}, {"%=", 40}, {"&=", 41}, {"|=", 42},  {"^=", 43}, {"<<=", 44}, {">>=", 45}, {"**=", 46},
    {"//", 47}, {"//=", 48}, {"@", 49},  {"@=", 50}, {"->", 51}, {"...", 52}, {":=", 53}, {"!", 54},
};

int numberOf(TokenKind kind, bool keepsEverything) {
    switch (kind) {
    case TokenKind::EndMarker: return NumberEndMarker;
    case TokenKind::Name: return NumberName;
    case TokenKind::Number: return NumberNumber;
    case TokenKind::String: return NumberString;
    case TokenKind::Newline: return NumberNewline;
    case TokenKind::Indent: return NumberIndent;
    case TokenKind::Dedent: return NumberDedent;
    case TokenKind::FStringStart: return NumberFStringStart;
    case TokenKind::FStringMiddle: return NumberFStringMiddle;
    case TokenKind::FStringEnd: return NumberFStringEnd;
    case TokenKind::Comment: return NumberComment;
    case TokenKind::LineBreak: return NumberLineBreak;
    case TokenKind::Unknown: return NumberOperator;
    default: break;
    }
    if (isKeyword(kind)) return NumberName;
    if (keepsEverything) return NumberOperator;
    const std::string_view text = fixedText(kind);
    for (const OperatorNumber& row : operatorNumbers)
        if (row.text == text) return row.number;
    return NumberError;
}

// What of an iterator lies outside the region.
struct TokenSource {
    std::vector<std::string> lines; // as readline() gave them
    std::unique_ptr<SourceFile> source;
    std::unique_ptr<Lexer> lexer;
    bool keepsEverything = false, isOver = false;
};

struct TokenizerIterObject : Object {
    Object *readline, *encoding; // encoding: null where lines are str
    Object* failure;             // what readline() raised; or null
    TokenSource* tokens;
};
Type* tokenizerIterType;
TokenizerIterObject* asIter(Object* o) { return static_cast<TokenizerIterObject*>(o); }

std::unordered_set<TokenSource*> tokenSources;
RuntimeCache tokenSourcesLeft([] {
    for (TokenSource* source : tokenSources) delete source;
    tokenSources.clear();
    tokenizerIterType = nullptr;
});

// A line as UTF-8. False: an exception is pending.
bool lineText(TokenizerIterObject* it, Object* line, std::string* text) {
    if (!it->encoding) {
        if (!isStr(line)) return raise(exc::TypeError, "readline() returned a non-string object");
        *text = strToUtf8(line);
        return true;
    }
    if (!isBytes(line)) return raise(exc::TypeError, "readline() returned a non-bytes object");
    Ref<> decoded = decodeBytes(bytesData(line), static_cast<size_t>(bytesLength(line)), strToUtf8(it->encoding), "replace", line);
    if (!decoded) return false;
    *text = strToUtf8(decoded);
    return true;
}

void readLines(TokenizerIterObject* it) {
    for (;;) {
        Held<> line(call(it->readline));
        std::string text;
        if (!line && errorMatches(exc::StopIteration)) return clearError();
        if (!line || !lineText(it, line, &text)) return setField(it, it->failure, takeError());
        if (text.empty()) return;
        it->tokens->lines.push_back(std::move(text));
        if (!checkBreaker()) return;
    }
}

void start(TokenizerIterObject* it) {
    readLines(it);
    TokenSource& tokens = *it->tokens;
    std::string text;
    for (const std::string& line : tokens.lines) text += line;
    tokens.source = std::make_unique<SourceFile>(SourceFile::fromText("<string>", text.substr(0, text.find('\0'))));
    tokens.lexer = std::make_unique<Lexer>(*tokens.source, Lexer::Goal::File);
    if (tokens.keepsEverything) tokens.lexer->setKeepsEverything();
}

std::string_view lineAt(const TokenSource& tokens, int number) {
    return number >= 1 && static_cast<size_t>(number) <= tokens.lines.size() ? std::string_view(tokens.lines[static_cast<size_t>(number) - 1])
                                                                             : std::string_view();
}

int charactersBefore(const TokenSource& tokens, int line, int column) {
    return column <= 0 ? column : static_cast<int>(utf8::countKnownCharacters(tokens.source->line(line).substr(0, static_cast<size_t>(column))));
}

// What a line ends with, as it was given.
std::string_view lineEndOf(std::string_view line) {
    if (line.size() >= 2 && line.substr(line.size() - 2) == "\r\n") return "\r\n";
    return !line.empty() && line.back() == '\n' ? "\n" : "";
}

struct ShownToken {
    int number;
    std::string text;
    int line, column, endLine, endColumn;
    std::string physicalLines;
};

int columnOf(const TokenSource& tokens, int line, uint32_t offset) {
    return static_cast<int>(offset - static_cast<size_t>(tokens.source->line(line).data() - tokens.source->text().data()));
}

// Without comments and line ends, where tokens of lines and blocks have no extent.
ShownToken shownPlainly(const TokenSource& tokens, const Token& token, ShownToken s) {
    switch (token.kind) {
    case TokenKind::EndMarker: s.line = s.endLine = std::max(static_cast<int>(tokens.lines.size()), 1); [[fallthrough]];
    case TokenKind::Indent:
    case TokenKind::Dedent: s.column = s.endColumn = -1; break;
    case TokenKind::Newline: // a comment before the line's end is its text
        s.text.pop_back();
        --s.endColumn;
        [[fallthrough]];
    default:
        if (token.kind == TokenKind::FStringMiddle) s.endColumn = columnOf(tokens, token.endLine, token.end);
        s.column = charactersBefore(tokens, s.line, s.column);
        s.endColumn = charactersBefore(tokens, s.endLine, s.endColumn);
    }
    const std::string_view first = lineAt(tokens, s.line);
    const size_t begin = first.find_first_not_of(" \t\f\r\n");
    const bool hasTokens = begin != std::string_view::npos && first[begin] != '#';
    if (s.number == NumberEndMarker || s.number == NumberDedent) {
        if (!hasTokens) return s; // the text ended in a line of nothing
    }
    for (int line = s.line; line <= s.endLine; ++line) s.physicalLines += lineAt(tokens, line);
    return s;
}

ShownToken shown(const TokenSource& tokens, const Token& token) {
    const std::string_view source = tokens.source->text();
    ShownToken s{
        numberOf(token.kind, tokens.keepsEverything), std::string(token.text(source)), token.line, token.column, token.endLine, token.endColumn, ""};
    if (!tokens.keepsEverything) return shownPlainly(tokens, token, std::move(s));
    const bool isOver = tokens.lexer->offset() == source.size();
    if (token.kind == TokenKind::EndMarker || (token.kind == TokenKind::Dedent && isOver)) {
        const int last = static_cast<int>(tokens.lines.size());
        return {s.number, "", last + 1, 0, last + 1, 0, ""};
    }
    if (token.kind == TokenKind::Indent || token.kind == TokenKind::Dedent) {
        s.column = s.endColumn = columnOf(tokens, token.line, token.begin);
        if (token.kind == TokenKind::Indent) {
            s.column = 0;
            s.text = tokens.source->line(token.line).substr(0, static_cast<size_t>(s.endColumn));
        }
    }
    if (token.kind == TokenKind::FStringMiddle) s.endColumn = columnOf(tokens, token.endLine, token.end); // of "{{" one brace is in the text
    s.column = charactersBefore(tokens, s.line, s.column);
    s.endColumn = charactersBefore(tokens, s.endLine, s.endColumn);
    if (token.kind == TokenKind::Newline || token.kind == TokenKind::LineBreak) {
        const std::string_view lineEnd = lineEndOf(lineAt(tokens, s.line));
        s.text = lineEnd;
        s.endColumn = s.column + (token.kind == TokenKind::Newline && lineEnd.size() == 2 ? 2 : 1);
    }
    for (int line = s.line; line <= s.endLine; ++line) s.physicalLines += lineAt(tokens, line);
    return s;
}

Owned tokenTuple(const ShownToken& s) {
    Ref<> number = newInt(s.number), text = newStr(s.text), line = newInt(s.line), column = newInt(s.column), endLine = newInt(s.endLine),
          endColumn = newInt(s.endColumn), physicalLines = newStr(s.physicalLines);
    if (!text || !physicalLines) return nullptr;
    Ref<> start = packTuple(line.get(), column.get()), end = packTuple(endLine.get(), endColumn.get());
    return start && end ? packTuple(number.get(), text.get(), start.get(), end.get(), physicalLines.get()) : Owned(nullptr);
}

// The text ended in a bracket, or behind a backslash: one message for both, and a place that is set afterwards.
bool isUnexpectedEnd(const SyntaxProblem& problem) {
    return problem.message == "unexpected EOF while parsing" || problem.message.find("' was never closed") != std::string::npos;
}
SyntaxProblem unexpectedEnd(const TokenSource& tokens, SyntaxProblem problem) {
    const bool isInBrackets = !tokens.lexer->brackets().empty() && !tokens.lexer->isInFString();
    const std::string_view line = tokens.source->line(tokens.lexer->line());
    problem.message = "unexpected EOF in multi-line statement";
    problem.isOfScopes = true;
    problem.hasText = false;
    problem.line = problem.endLine = tokens.lexer->line();
    problem.column = isInBrackets || line.size() <= 2 ? 0 : static_cast<int>(line.size());
    problem.endColumn = -1;
    return problem;
}

// A matter of blocks has a place without an end here.
Failure raiseProblem(const TokenSource& tokens, SyntaxProblem problem) {
    if (isUnexpectedEnd(problem)) return vmHooks.raiseSyntaxProblem(unexpectedEnd(tokens, std::move(problem)));
    if (problem.kind != SyntaxProblem::Kind::IndentationError && problem.kind != SyntaxProblem::Kind::TabError)
        return vmHooks.raiseSyntaxProblem(problem);
    if (!problem.text.empty() && problem.text.back() == '\n') problem.text.pop_back();
    Ref<> message = newStr(problem.message), file = newStr(problem.file), text = newStr(problem.text);
    Ref<> line = newInt(problem.line), column = newInt(problem.column);
    if (!message || !file || !text) return Failure();
    Ref<> place = packTuple(file.get(), line.get(), column.get(), text.get(), None, None);
    Ref<> error =
        place ? Ref<>(call(problem.kind == SyntaxProblem::Kind::TabError ? exc::TabError : exc::IndentationError, message, place)) : Ref<>();
    return error ? raiseInstance(error) : Failure();
}

Owned iterNext(Object* self) {
    TokenizerIterObject* it = asIter(self);
    if (it->tokens->isOver) return nullptr;
    if (!it->tokens->source) start(it);
    if (errorOccurred() || !checkBreaker()) return nullptr;
    TokenSource& tokens = *it->tokens;
    const Token token = tokens.lexer->next();
    if (it->failure && (token.kind == TokenKind::EndMarker || token.kind == TokenKind::Error || token.kind == TokenKind::Dedent) &&
        tokens.lexer->offset() == tokens.source->text().size()) {
        tokens.isOver = true;
        Ref<> failure = newRef(it->failure);
        return raiseInstance(failure);
    }
    if (token.kind == TokenKind::Error) {
        tokens.isOver = true;
        return raiseProblem(tokens, *tokens.lexer->problem());
    }
    if (token.kind == TokenKind::EndMarker) tokens.isOver = true;
    return tokenTuple(shown(tokens, token));
}

Owned iterCreate(Type* type, Args args) {
    Object* out[3] = {};
    if (!parseArgs("tokenizeriter", args, "readline / $ extra_tokens | encoding", out)) return nullptr;
    const int keepsEverything = isTrue(out[1]);
    if (keepsEverything < 0) return nullptr;
    if (out[2] && !isStr(out[2]))
        return raise(exc::TypeError, "tokenizeriter() argument 'encoding' must be str, not {}", isNone(out[2]) ? "None" : out[2]->type->name);
    Owned made = type->alloc(type, 0);
    if (!made) return nullptr;
    TokenizerIterObject* it = asIter(made.pointer);
    it->readline = newRef(out[0]).pointer;
    it->encoding = out[2] ? newRef(out[2]).pointer : nullptr;
    it->tokens = new TokenSource;
    it->tokens->keepsEverything = keepsEverything;
    tokenSources.insert(it->tokens);
    recordCells(it);
    return made;
}

void iterDealloc(Object* self) {
    TokenizerIterObject* it = asIter(self);
    gcUntrack(self);
    Dying dying(self);
    dropFields(self);
    if (tokenSources.erase(it->tokens)) delete it->tokens;
    freeObject(self);
}

const Field iterFields[] = {{"readline", offsetof(TokenizerIterObject, readline)},
                            {"encoding", offsetof(TokenizerIterObject, encoding)},
                            {"failure", offsetof(TokenizerIterObject, failure)},
                            {}};

void defineTokenizerIter(Type* t) {
    t->name = "_tokenize.TokenizerIter";
    t->basicSize = sizeof(TokenizerIterObject);
    t->flags = HaveGc;
    t->fields = iterFields;
    t->dealloc = iterDealloc;
    t->create = iterCreate;
    t->iter = [](Object* self) { return newRef(self); };
    t->iterNext = iterNext;
}

}

Owned makeTokenizeModule() {
    Ref<> module = newModule("_tokenize");
    return module && addTypeToModule(module, tokenizerIterType, defineTokenizerIter) ? module.release() : nullptr;
}

}
