// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax/diagnosis/diagnoser.h"

namespace memtape::diagnosis {

std::optional<SyntaxProblem> Diagnoser::diagnose(std::string_view rule, size_t firstToken) {
    m_stackBase = static_cast<const char*>(__builtin_frame_address(0));
    m_next = firstToken;
    parse(m_grammar.find(rule));
    return std::move(m_problem);
}

std::optional<SyntaxProblem> Diagnoser::diagnoseSuspect(const TreeParser::Suspect& suspect) {
    using SuspectRule = TreeParser::Suspect::Rule;
    m_stackBase = static_cast<const char*>(__builtin_frame_address(0));
    m_next = suspect.firstToken;
    m_findsMistakes = false;
    switch (suspect.rule) {
    case SuspectRule::ComprehensionClause: parse(m_grammar.find("forIfClause")); break;
    case SuspectRule::StarredArgument: parse(m_grammar.find("starredExpression")); break;
    case SuspectRule::DictKey: {
        // CPython reads as much as is an expression, and then misses the colon.
        const Node* key = parse(m_grammar.find("expression"));
        if (m_hasFailed || !key || m_tokens.at(m_next).kind == TokenKind::Colon) break;
        report(SyntaxProblem::Kind::SyntaxError, "':' expected after dictionary key", key->range.line, key->range.endColumn, key->range.endLine, 0);
    }
    }
    return std::move(m_problem);
}

// ---- the machine -----------------------------------------------------------------------------------------------

Diagnoser::Memo& Diagnoser::memo(uint64_t key) {
    const size_t mask = m_memos.size() - 1;
    size_t slot = static_cast<size_t>(key * 0x9E3779B97F4A7C15u >> 20) & mask;
    while (m_memos[slot].key != 0 && m_memos[slot].key != key) slot = (slot + 1) & mask;
    return m_memos[slot];
}

void Diagnoser::setMemo(uint64_t key, Node* node, size_t end) {
    Memo* slot = &memo(key);
    if (slot->key == 0 && ++m_memoCount * 2 > m_memos.size()) {
        growMemos();
        slot = &memo(key);
    }
    *slot = {key, node, end};
}

void Diagnoser::growMemos() {
    std::vector<Memo> old(m_memos.size() * 2);
    old.swap(m_memos);
    for (const Memo& entry : old) {
        if (entry.key != 0) memo(entry.key) = entry;
    }
}

size_t Diagnoser::stackUsed() const {
    const char* here = static_cast<const char*>(__builtin_frame_address(0));
    return static_cast<size_t>(here < m_stackBase ? m_stackBase - here : here - m_stackBase);
}

Node* Diagnoser::failDepth() {
    report(SyntaxProblem::Kind::MemoryError, "Parser stack overflowed - Python source too complex to parse", 0, 0, 0, 0);
    m_problem->hasPosition = m_problem->hasText = false;
    return nullptr;
}

Node* Diagnoser::parse(int index) {
    if (m_hasFailed) return nullptr;
    const Rule& rule = m_grammar.rule(index);
    if (rule.isMistake && !m_findsMistakes) return nullptr;
    const TokenKind next = m_tokens.at(m_next).kind;
    if (next == TokenKind::Error) m_hasFailed = true; // the lexer's problem stands
    if (!rule.first.has(next)) return nullptr;

    // Results are kept for the rules for which CPython keeps them, and regardless of whether mistakes are looked for: a
    // reading made quietly is not made again aloud. That decides which mistake is found.
    const bool isKept = rule.isMemo || rule.isLeftRecursive;
    const uint64_t key = (static_cast<uint64_t>(m_next) << 12) | static_cast<uint64_t>(index + 1);
    if (isKept) {
        if (const Memo& known = memo(key); known.key != 0) {
            m_next = known.end;
            return known.node;
        }
    }
    if (m_depth >= MaxDepth) return failDepth();
    if (stackUsed() > MaxStackBytes) {
        m_hasFailed = true; // no reason found: "invalid syntax" has to do
        return nullptr;
    }
    m_depth++;
    Node* result;
    if (rule.isLeftRecursive) {
        result = parseLeftRecursive(rule);
    } else {
        const bool findsMistakes = m_findsMistakes;
        if (rule.isQuiet) m_findsMistakes = false;
        result = parseAlternatives(rule, nullptr);
        m_findsMistakes = findsMistakes;
    }
    if (isKept) setMemo(key, result, m_next);
    m_depth--;
    return m_hasFailed ? nullptr : result;
}

// Reads without the recursion first, and then lets what was found be the beginning of something longer.
Node* Diagnoser::parseLeftRecursive(const Rule& rule) {
    const size_t begin = m_next;
    Node* result = parseAlternatives(rule, nullptr);
    while (result && !m_hasFailed && rule.growth.has(m_tokens.at(m_next).kind)) {
        const size_t end = m_next;
        Node* longer = parseAlternatives(rule, result, begin);
        if (!longer) {
            m_next = end;
            break;
        }
        result = longer;
    }
    return result;
}

// With a seed: only the alternatives that begin with the rule itself, which has been read already.
Node* Diagnoser::parseAlternatives(const Rule& rule, Node* seed, size_t seedBegin) {
    const size_t start = m_next;
    Match match{seed ? seedBegin : m_next, m_parts.size(), {nullptr, nullptr}};
    const TokenKind next = m_tokens.at(m_next).kind;
    for (const Alternative& alternative : rule.alternatives) {
        if (alternative.isLeftRecursive != (seed != nullptr)) continue;
        if (!seed && !alternative.first.has(next)) continue;
        if (seed) m_parts.push_back(seed);
        bool fits = true, isCut = false;
        for (size_t i = seed ? 1 : 0; i < alternative.items.size(); i++) {
            const Item& item = alternative.items[i];
            if (item.type == ItemType::Cut) {
                isCut = true;
                continue;
            }
            // Straight on for rules: one frame of the native stack less for each level.
            Node* part = item.type == ItemType::Rule ? parse(item.rule) : parseItem(item);
            if (m_hasFailed || !part) {
                fits = false;
                break;
            }
            if (item.capture >= 0) match.captures[item.capture] = part;
            if (item.type != ItemType::And && item.type != ItemType::Not) m_parts.push_back(part);
        }
        Node* result = fits ? finish(alternative, match) : nullptr;
        m_parts.resize(match.partsBegin);
        if (fits || m_hasFailed) return result;
        m_next = start;
        if (isCut) return nullptr;
    }
    return nullptr;
}

Node* Diagnoser::parseItem(const Item& item) {
    switch (item.type) {
    case ItemType::Token: return takeToken(item.token);
    case ItemType::SoftKeyword: return takeSoftKeyword(item.text);
    case ItemType::AnySoftKeyword:
        // CPython compares only as many characters as the name has: "c" and "ty" count as soft keywords here.
        if (m_tokens.at(m_next).kind == TokenKind::Name) {
            const std::string_view name = m_tokens.text(m_tokens.at(m_next));
            for (const std::string_view word : {"_", "case", "match", "type"}) {
                if (word.substr(0, name.size()) == name) return takeToken(TokenKind::Name);
            }
        }
        return nullptr;
    case ItemType::Rule: return parse(item.rule);
    case ItemType::Optional: {
        const size_t begin = m_next;
        Node* node = parse(item.rule);
        if (node || m_hasFailed) return node;
        m_next = begin;
        return &m_nothing;
    }
    case ItemType::Star:
    case ItemType::Plus:
    case ItemType::Gather: return repeat(item);
    case ItemType::And:
    case ItemType::Not: {
        const size_t begin = m_next;
        const bool fits = parse(item.rule) != nullptr;
        m_next = begin;
        return fits == (item.type == ItemType::And) ? &m_nothing : nullptr;
    }
    case ItemType::Forced: {
        if (Node* node = takeToken(item.token)) return node;
        if (m_hasFailed) return nullptr;
        const Token& token = m_tokens.at(m_next);
        reportRange("expected '" + std::string(item.text) + "'", {token.line, token.column, token.endLine, token.endColumn});
        return nullptr;
    }
    case ItemType::Cut: break;
    }
    return &m_nothing;
}

Node* Diagnoser::repeat(const Item& item) {
    const Match match{m_next, m_parts.size(), {nullptr, nullptr}};
    for (;;) {
        const size_t before = m_next;
        const bool isFirst = m_parts.size() == match.partsBegin;
        if (item.type == ItemType::Gather && !isFirst && !takeToken(item.token)) break;
        Node* part = parse(item.rule);
        if (!part) {
            m_next = before;
            break;
        }
        m_parts.push_back(part);
    }
    const bool isEmpty = m_parts.size() == match.partsBegin;
    Node* result = m_hasFailed || (isEmpty && item.type != ItemType::Star) ? nullptr : makeSequence(match);
    m_parts.resize(match.partsBegin);
    return result;
}

Node* Diagnoser::takeToken(TokenKind kind) {
    if (m_hasFailed) return nullptr;
    const Token& token = m_tokens.at(m_next);
    if (token.kind == TokenKind::Error) m_hasFailed = true; // the lexer's problem stands
    if (token.kind != kind) return nullptr;
    if (kind == TokenKind::NotEqual && m_tokens.text(token) != "!=") return nullptr;
    Node& node = *m_nodes.make<Node>();
    node.token = kind;
    node.begin = token.begin;
    node.end = token.end;
    node.range = {token.line, token.column, token.endLine, token.endColumn};
    switch (kind) {
    case TokenKind::Name: node.kind = NodeKind::Name; break;
    case TokenKind::None_: node.kind = NodeKind::None; break;
    case TokenKind::True_: node.kind = NodeKind::True; break;
    case TokenKind::False_: node.kind = NodeKind::False; break;
    case TokenKind::Ellipsis: node.kind = NodeKind::Ellipsis; break;
    case TokenKind::Number:
    case TokenKind::String: node.kind = NodeKind::Literal; break;
    default: node.kind = NodeKind::Token; break;
    }
    m_next++;
    return &node;
}

Node* Diagnoser::takeSoftKeyword(std::string_view word) {
    if (m_hasFailed) return nullptr;
    const Token& token = m_tokens.at(m_next);
    if (token.kind == TokenKind::Error) m_hasFailed = true;
    if (token.kind != TokenKind::Name || m_tokens.text(token) != word) return nullptr;
    return takeToken(TokenKind::Name);
}

// ---- nodes -----------------------------------------------------------------------------------------------------

ast::Range Diagnoser::rangeSince(size_t begin) {
    const Token& first = m_tokens.at(begin);
    if (m_next == begin) return {first.line, first.column, first.line, first.column};
    const Token& last = m_tokens.lastSignificantBefore(m_next);
    return {first.line, first.column, last.endLine, last.endColumn};
}

Node* Diagnoser::makeSequence(const Match& match) {
    Node* node = m_nodes.make<Node>();
    node->range = rangeSince(match.begin);
    node->children = m_nodes.list(m_parts.data() + match.partsBegin, m_parts.size() - match.partsBegin);
    return node;
}

Node* Diagnoser::finish(const Alternative& alternative, const Match& match) {
    switch (alternative.action) {
    case Action::None: return m_parts.size() == match.partsBegin + 1 ? m_parts.back() : makeSequence(match);
    case Action::Capture: return match.captures[0];
    case Action::Build: return build(alternative.kind, match);
    default:
        // A mistake that turns out to be none still ends its rule, without a result: CPython's rules do.
        mistake(alternative, match);
        return nullptr;
    }
}

namespace {

bool isExpression(NodeKind kind) { return kind >= NodeKind::Name; }

// The expressions in what was matched, in order, however it was grouped.
void collect(const Node* part, std::vector<Node*>& items, bool withKeywords) {
    for (Node* child : part->children) {
        const bool isKeyword = child->kind == NodeKind::Keyword || child->kind == NodeKind::KeywordUnpacking;
        if (isExpression(child->kind) || (withKeywords && isKeyword)) items.push_back(child);
        else if (child->kind == NodeKind::Sequence) collect(child, items, withKeywords);
    }
}

}

Node* Diagnoser::build(NodeKind kind, const Match& match) {
    Node* node = makeSequence(match);
    switch (kind) {
    case NodeKind::List:
    case NodeKind::Tuple:
    case NodeKind::Starred:
    case NodeKind::Arguments: {
        std::vector<Node*> items;
        collect(node, items, kind == NodeKind::Arguments);
        node->children = m_nodes.list(items);
        break;
    }
    case NodeKind::Comprehension: node->children = m_nodes.list(match.captures, 2); break;
    case NodeKind::Strings:
        kind = NodeKind::Literal;
        for (const Node* part : node->children[0]->children) {
            if (part->kind == NodeKind::FString) kind = NodeKind::FString;
        }
        if (auto problem = m_parser.findStringProblem(match.begin)) {
            m_problem = std::move(problem);
            m_hasFailed = true;
        }
        break;
    default: break;
    }
    node->kind = kind;
    return node;
}

}
