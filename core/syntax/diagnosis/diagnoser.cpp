// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/syntax/diagnosis/diagnoser.h"

namespace memtape::diagnosis {

std::optional<SyntaxProblem> Diagnoser::diagnose(std::string_view rule, size_t firstToken) {
    m_firstToken = m_next = firstToken;
    parse(m_grammar.find(rule));
    return std::move(m_problem);
}

std::optional<SyntaxProblem> Diagnoser::diagnoseDictKey(size_t firstToken) {
    m_firstToken = m_next = firstToken;
    const Node* key = parse(m_grammar.find("expressionWithoutBad"));
    if (!m_hasFailed && key && m_tokens.at(m_next).kind != TokenKind::Colon) {
        report(SyntaxProblem::Kind::SyntaxError, "':' expected after dictionary key", key->range.line, key->range.endColumn,
               key->range.endLine, 0);
    }
    return std::move(m_problem);
}

// ---- the machine -----------------------------------------------------------------------------------------------

Diagnoser::Memo* Diagnoser::findMemo(size_t token, int key) {
    const size_t slot = token - m_firstToken;
    if (slot >= m_memoHeads.size()) return nullptr;
    for (int i = m_memoHeads[slot]; i >= 0; i = m_memos[static_cast<size_t>(i)].next) {
        if (m_memos[static_cast<size_t>(i)].rule == key) return &m_memos[static_cast<size_t>(i)];
    }
    return nullptr;
}

void Diagnoser::addMemo(size_t token, int key, Node* node) {
    const size_t slot = token - m_firstToken;
    if (slot >= m_memoHeads.size()) m_memoHeads.resize(slot + 64, -1);
    m_memos.push_back({key, m_memoHeads[slot], static_cast<uint32_t>(m_next), node});
    m_memoHeads[slot] = static_cast<int>(m_memos.size()) - 1;
}

Node* Diagnoser::parse(int index) {
    if (m_hasFailed) return nullptr;
    const Rule& rule = m_grammar.rule(index);
    if (rule.isMistake && !m_findsMistakes) return nullptr;

    // Every rule's result is kept, which takes the exponents out of backtracking. Those that CPython keeps too are kept regardless of
    // whether mistakes are looked for, as CPython does: a reading made quietly is not made again aloud.
    const bool isShared = rule.isMemo || rule.isLeftRecursive;
    const int key = index * 2 + (!isShared && m_findsMistakes ? 1 : 0);
    const size_t begin = m_next;
    if (const Memo* memo = findMemo(begin, key)) {
        m_next = memo->end;
        return memo->node;
    }
    if (m_depth >= MaxDepth) {
        report(SyntaxProblem::Kind::MemoryError, "Parser stack overflowed - Python source too complex to parse", 0, 0, 0, 0);
        m_problem->hasPosition = m_problem->hasText = false;
        return nullptr;
    }
    m_depth++;
    Node* result;
    if (rule.isLeftRecursive) {
        result = parseLeftRecursive(index, key);
    } else {
        const bool findsMistakes = m_findsMistakes;
        if (rule.isQuiet) m_findsMistakes = false;
        result = parseAlternatives(rule);
        m_findsMistakes = findsMistakes;
        addMemo(begin, key, result);
    }
    m_depth--;
    return m_hasFailed ? nullptr : result;
}

// Grows the longest reading: first with the rule itself not fitting at its own start, then with what was found so far.
Node* Diagnoser::parseLeftRecursive(int index, int key) {
    const size_t begin = m_next;
    addMemo(begin, key, nullptr);
    const size_t memoIndex = m_memos.size() - 1;
    size_t lastEnd = begin;
    Node* result = nullptr;
    for (;;) {
        m_memos[memoIndex].end = static_cast<uint32_t>(lastEnd);
        m_memos[memoIndex].node = result;
        m_next = begin;
        Node* longer = parseAlternatives(m_grammar.rule(index));
        if (m_hasFailed) return nullptr;
        if (!longer || m_next <= lastEnd) break;
        lastEnd = m_next;
        result = longer;
    }
    m_next = lastEnd;
    return result;
}

Node* Diagnoser::parseAlternatives(const Rule& rule) {
    const size_t begin = m_next;
    for (const Alternative& alternative : rule.alternatives) {
        Captures captures = {nullptr, nullptr};
        std::vector<Node*> parts;
        bool fits = true, isCut = false;
        for (const Item& item : alternative.items) {
            if (item.type == ItemType::Cut) {
                isCut = true;
                continue;
            }
            Node* part = parseItem(item);
            if (m_hasFailed) return nullptr;
            if (!part) {
                fits = false;
                break;
            }
            if (item.capture >= 0) captures[item.capture] = part;
            if (item.type != ItemType::And && item.type != ItemType::Not) parts.push_back(part);
        }
        if (fits) return finish(alternative, captures, parts, begin);
        m_next = begin;
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
    const size_t begin = m_next;
    std::vector<Node*> parts;
    for (;;) {
        const size_t before = m_next;
        if (item.type == ItemType::Gather && !parts.empty() && !takeToken(item.token)) break;
        Node* part = parse(item.rule);
        if (m_hasFailed) return nullptr;
        if (!part) {
            m_next = before;
            break;
        }
        parts.push_back(part);
    }
    if (parts.empty() && item.type != ItemType::Star) return nullptr;
    return makeSequence(parts, begin);
}

Node* Diagnoser::takeToken(TokenKind kind) {
    if (m_hasFailed) return nullptr;
    const Token& token = m_tokens.at(m_next);
    if (token.kind == TokenKind::Error) m_hasFailed = true; // the lexer's problem stands
    if (token.kind != kind) return nullptr;
    if (kind == TokenKind::NotEqual && m_tokens.text(token) != "!=") return nullptr;
    Node& node = m_nodes.emplace_back();
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

Node* Diagnoser::makeSequence(std::vector<Node*>& parts, size_t begin) {
    Node& node = m_nodes.emplace_back();
    node.range = rangeSince(begin);
    node.children = std::move(parts);
    return &node;
}

Node* Diagnoser::finish(const Alternative& alternative, Captures captures, std::vector<Node*>& parts, size_t begin) {
    switch (alternative.action) {
    case Action::None: return parts.size() == 1 ? parts[0] : makeSequence(parts, begin);
    case Action::Capture: return captures[0];
    case Action::Build:
        if (alternative.kind == NodeKind::Comprehension) {
            parts.assign({captures[0], captures[1]});
        }
        return build(alternative.kind, parts, begin);
    default:
        // A mistake that turns out to be none still ends its rule, without a result: CPython's rules do.
        mistake(alternative, captures);
        return nullptr;
    }
}

namespace {

bool isExpression(NodeKind kind) {
    return kind >= NodeKind::Name;
}

// The expressions in what was matched, in order, however it was grouped.
void collect(const Node* part, std::vector<Node*>& items, bool withKeywords) {
    for (Node* child : part->children) {
        const bool isKeyword = child->kind == NodeKind::Keyword || child->kind == NodeKind::KeywordUnpacking;
        if (isExpression(child->kind) || (withKeywords && isKeyword)) items.push_back(child);
        else if (child->kind == NodeKind::Sequence) collect(child, items, withKeywords);
    }
}

bool hasFString(const Node* part) {
    if (part->kind == NodeKind::FString) return true;
    for (const Node* child : part->children) {
        if (hasFString(child)) return true;
    }
    return false;
}

}

Node* Diagnoser::build(NodeKind kind, std::vector<Node*>& parts, size_t begin) {
    Node* node = makeSequence(parts, begin);
    switch (kind) {
    case NodeKind::List:
    case NodeKind::Tuple:
    case NodeKind::Starred:
    case NodeKind::Arguments: {
        std::vector<Node*> items;
        collect(node, items, kind == NodeKind::Arguments);
        node->children = std::move(items);
        break;
    }
    case NodeKind::Strings:
        kind = hasFString(node) ? NodeKind::FString : NodeKind::Literal;
        if (auto problem = m_parser.findStringProblem(begin)) {
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
