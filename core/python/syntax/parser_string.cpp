// SPDX-License-Identifier: GPL-3.0-or-later
//
// String literals: decoding, f-strings, and the joining of literals that stand side by side.
#include "core/python/syntax/literals.h"
#include "core/python/syntax/tree_parser.h"

namespace memtape {

using ast::ExprKind;

namespace {

bool isStringConstant(const ast::Expr* expr) {
    return expr->kind == ExprKind::Constant && expr->as<ast::Constant>()->value->kind == Constant::Kind::Str;
}

}

ast::Expr* TreeParser::makeStringConstant(std::string text, const ast::Range& range, bool isUnicodePrefixed) {
    Constant value;
    value.kind = Constant::Kind::Str;
    value.text = std::move(text);
    auto* node = m_arena.make<ast::Constant>();
    node->kind = ExprKind::Constant;
    node->range = range;
    node->value = m_arena.constant(std::move(value));
    node->isUnicodePrefixed = isUnicodePrefixed;
    return node;
}

// Reports what decoding found: an error, or a wrong escape, which is only a warning.
bool TreeParser::checkDecoded(const DecodedLiteral& decoded, const Token& token, bool isFStringText) {
    if (!decoded.problem.empty()) {
        failAtLastToken(decoded.problem);
        return false;
    }
    if (decoded.invalidEscape.empty()) return true;
    const char c = decoded.invalidEscape[0];
    if (isFStringText && (c == '{' || c == '}')) return true; // the lexer has said so
    const char* kind = decoded.invalidEscape.size() == 3 ? "invalid octal escape sequence '\\" : "invalid escape sequence '\\";
    const int column = m_source.characterOffset(token.line, token.column) + 1;
    const int endColumn = m_source.characterOffset(token.endLine, token.endColumn) + 1;
    m_warnings.push_back({kind + decoded.invalidEscape + "'", token.line, column, endColumn, token.endLine});
    return true;
}

ast::Expr* TreeParser::strings() {
    const Mark start = here();
    ListBuilder<Expr*> parts;
    bool hasText = false, hasBytes = false, hasFString = false;
    for (;;) {
        Expr* part = nullptr;
        if (at(TokenKind::String)) {
            const Token token = peek();
            m_next++;
            bool isBytes = false;
            part = stringLiteral(token, isBytes);
            (isBytes ? hasBytes : hasText) = true;
        } else if (at(TokenKind::FStringStart)) {
            part = fstring();
            hasFString = true;
        } else {
            break;
        }
        if (!part) return nullptr;
        parts.add(part);
    }
    if (hasBytes && (hasText || hasFString)) return failAtLastToken("cannot mix bytes and nonbytes literals");
    return joinParts(parts, start, hasFString, hasBytes);
}

ast::Expr* TreeParser::stringLiteral(const Token& token, bool& isBytes) {
    std::string_view text = m_tokens.text(token);
    bool isRaw = false;
    const bool isUnicodePrefixed = text[0] == 'u';
    size_t prefix = 0;
    for (; text[prefix] != '\'' && text[prefix] != '"'; prefix++) {
        const char c = static_cast<char>(text[prefix] | 0x20);
        isRaw |= c == 'r';
        isBytes |= c == 'b';
    }
    text.remove_prefix(prefix);
    const size_t quotes = text.size() >= 6 && text[1] == text[0] && text[2] == text[0] ? 3 : 1;
    text = text.substr(quotes, text.size() - 2 * quotes);
    const ast::Range range{token.line, token.column, token.endLine, token.endColumn};
    if (!isBytes) {
        DecodedLiteral decoded = decodeStringBody(text, isRaw, m_source.isValidUtf8());
        if (!checkDecoded(decoded, token, false)) return nullptr;
        return makeStringConstant(std::move(decoded.text), range, isUnicodePrefixed);
    }
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return fail("bytes can only contain ASCII literal characters", range);
    }
    DecodedLiteral decoded = decodeBytesBody(text, isRaw);
    if (!checkDecoded(decoded, token, false)) return nullptr;
    Constant value;
    value.kind = Constant::Kind::Bytes;
    value.text = std::move(decoded.text);
    auto* node = m_arena.make<ast::Constant>();
    node->kind = ExprKind::Constant;
    node->range = range;
    node->value = m_arena.constant(std::move(value));
    return node;
}

// Literals side by side are one: constants melt together, the parts of f-strings line up.
ast::Expr* TreeParser::joinParts(ListBuilder<Expr*>& parts, Mark start, bool hasFString, bool isBytes) {
    if (parts.size() == 1 && (!hasFString || isBytes)) return parts[0];
    if (isBytes) {
        Constant value;
        value.kind = Constant::Kind::Bytes;
        for (const Expr* part : parts) value.text += part->as<ast::Constant>()->value->text;
        return makeConstant(start, m_arena.constant(std::move(value)));
    }
    ListBuilder<Expr*> flat;
    for (Expr* part : parts) {
        if (part->kind != ExprKind::JoinedStr) {
            flat.add(part);
            continue;
        }
        for (Expr* value : part->as<ast::JoinedStr>()->values) flat.add(value);
    }
    ListBuilder<Expr*> joined;
    for (size_t i = 0; i < flat.size();) {
        if (!isStringConstant(flat[i])) {
            joined.add(flat[i++]);
            continue;
        }
        const auto* first = flat[i]->as<ast::Constant>();
        size_t end = i + 1;
        while (end < flat.size() && isStringConstant(flat[end])) end++;
        if (end == i + 1) {
            if (!hasFString || !first->value->text.empty()) joined.add(flat[i]);
        } else {
            std::string text;
            for (size_t k = i; k < end; k++) text += flat[k]->as<ast::Constant>()->value->text;
            ast::Range range = first->range;
            range.endLine = flat[end - 1]->range.endLine;
            range.endColumn = flat[end - 1]->range.endColumn;
            if (!hasFString || !text.empty()) joined.add(makeStringConstant(std::move(text), range, first->isUnicodePrefixed));
        }
        i = end;
    }
    if (!hasFString) return joined[0];
    auto* node = makeExpr<ast::JoinedStr>(ExprKind::JoinedStr, start);
    node->values = joined.finish(m_arena);
    return node;
}

// ---- f-strings -------------------------------------------------------------------------------------------------

ast::Expr* TreeParser::fstringText(std::string_view text, const ast::Range& range, const Token& token, bool isRaw) {
    DecodedLiteral decoded = decodeStringBody(text, isRaw, m_source.isValidUtf8());
    if (!checkDecoded(decoded, token, true)) return nullptr;
    return makeStringConstant(std::move(decoded.text), range);
}

ast::Expr* TreeParser::fstring() {
    const Mark start = here();
    DepthGuard guard(*this, 10);
    if (!guard) return nullptr;
    const std::string_view opening = m_tokens.text(peek());
    const bool isRaw = opening.find_first_of("rR") != std::string_view::npos;
    m_next++;
    ListBuilder<Expr*> parts;
    // Texts are decoded when the whole f-string has been read: an error in a later field comes first. The text of
    // "{expression=}" is decoded along with them, a quirk that CPython 3.12 and 3.13 have.
    ListBuilder<size_t> textTokens;
    while (!take(TokenKind::FStringEnd)) {
        if (at(TokenKind::FStringMiddle)) {
            parts.add(nullptr);
            textTokens.add(m_next++);
        } else if (!at(TokenKind::LeftBrace) || !replacementField(parts)) {
            return nullptr;
        }
    }
    ListBuilder<Expr*> values;
    const Token& close = m_tokens.at(m_next - 1); // where a warning about any of the texts is placed
    size_t nextText = 0;
    for (Expr* part : parts) {
        if (!part) {
            const Token& token = m_tokens.at(textTokens[nextText++]);
            part = fstringText(m_tokens.text(token), {token.line, token.column, token.endLine, token.endColumn}, close, isRaw);
        } else if (isStringConstant(part)) {
            part = fstringText(part->as<ast::Constant>()->value->text, part->range, close, isRaw);
        }
        if (!part) return nullptr;
        if (!isStringConstant(part) || !part->as<ast::Constant>()->value->text.empty()) values.add(part);
    }
    auto* node = makeExpr<ast::JoinedStr>(ExprKind::JoinedStr, start);
    node->values = values.finish(m_arena);
    return node;
}

// What "{expression =}" shows of its own source: all of it, without comments.
std::string TreeParser::debugText(size_t beginOffset, size_t endOffset) const {
    const std::string_view text = m_text.substr(beginOffset, endOffset - beginOffset);
    std::string result;
    bool isInComment = false;
    for (const char c : text) {
        if (c == '#') isInComment = true;
        if (c == '\n') isInComment = false;
        if (!isInComment) result += c;
    }
    return result;
}

// "{expression = !r :spec}", the "=" giving a text of its own in front of the value.
bool TreeParser::replacementField(ListBuilder<Expr*>& parts) {
    const Mark start = here();
    const size_t textBegin = peek().end;
    m_next++;
    Expr* value = annotatedRhs();
    if (!value) return false;
    const bool isDebug = take(TokenKind::Equal);

    size_t textEnd = 0;
    ast::Range debugEnd;
    int conversion = -1;
    std::string_view conversionName;
    if (at(TokenKind::Exclamation)) {
        const Token mark = peek();
        m_next++;
        const Token kind = peek();
        std::string_view word;
        if (!takeName(word)) return false;
        if (mark.line != kind.line || mark.endColumn != kind.column) {
            fail("f-string: conversion type must come right after the exclamanation mark", {mark.line, mark.column, kind.endLine, kind.endColumn});
            return false;
        }
        conversion = word[0];
        conversionName = word;
        textEnd = mark.begin;
        debugEnd = {kind.line, kind.column, kind.endLine, kind.endColumn};
    }
    Expr* spec = nullptr;
    if (at(TokenKind::Colon)) {
        const Token colon = peek();
        m_next++;
        spec = formatSpec(colon);
        if (!spec) return false;
        if (!textEnd) {
            textEnd = colon.begin;
            debugEnd = {colon.line, colon.column + 1, colon.line, colon.column + 1};
        }
    }
    if (!at(TokenKind::RightBrace)) return false;
    const Token close = peek();
    m_next++;
    if (!textEnd) {
        textEnd = close.begin;
        debugEnd = {close.endLine, close.endColumn, close.endLine, close.endColumn};
    }
    if (conversion >= 0 && conversionName != "s" && conversionName != "r" && conversionName != "a") {
        fail("f-string: invalid conversion character '" + std::string(conversionName) + "': expected 's', 'r', or 'a'", debugEnd);
        return false;
    }
    if (isDebug && conversion < 0 && !spec) conversion = 'r';

    auto* field = makeExpr<ast::FormattedValue>(ExprKind::FormattedValue, start);
    field->value = value;
    field->conversion = conversion;
    field->formatSpec = spec;
    if (isDebug) {
        const ast::Range range{start.line, start.column + 1, debugEnd.line, debugEnd.column - 1};
        parts.add(makeStringConstant(debugText(textBegin, textEnd), range));
    }
    parts.add(field);
    return true;
}

// Escapes are decoded here even in a raw f-string: CPython 3.13 does.
ast::Expr* TreeParser::formatSpec(const Token& colon) {
    const Mark start{colon.line, colon.column};
    ListBuilder<Expr*> parts;
    DepthGuard guard(*this, 10);
    if (!guard) return nullptr;
    while (at(TokenKind::FStringMiddle) || at(TokenKind::LeftBrace)) {
        if (at(TokenKind::LeftBrace)) {
            if (!replacementField(parts)) return nullptr;
            continue;
        }
        const Token token = peek();
        m_next++;
        Expr* text = fstringText(m_tokens.text(token), {token.line, token.column, token.endLine, token.endColumn}, token, false);
        if (!text) return nullptr;
        if (!text->as<ast::Constant>()->value->text.empty()) parts.add(text);
    }
    if (parts.size() > 1) {
        bool hasField = false;
        for (const Expr* part : parts) hasField |= part->kind != ExprKind::Constant;
        return joinParts(parts, start, hasField, false);
    }
    auto* node = makeExpr<ast::JoinedStr>(ExprKind::JoinedStr, start);
    node->values = parts.finish(m_arena);
    return node;
}

}
