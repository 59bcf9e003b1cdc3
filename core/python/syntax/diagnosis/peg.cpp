// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntax/diagnosis/peg.h"

#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <unordered_map>

#include "core/python/syntax/diagnosis/rules.h"

namespace memtape::diagnosis {

namespace {

struct NamedKind {
    std::string_view name;
    NodeKind kind;
};
constexpr NamedKind nodeKinds[] = {
    {"Other", NodeKind::Other},
    {"Statement", NodeKind::Statement},
    {"Comprehension", NodeKind::Comprehension},
    {"Arguments", NodeKind::Arguments},
    {"Keyword", NodeKind::Keyword},
    {"KeywordUnpacking", NodeKind::KeywordUnpacking},
    {"FString", NodeKind::FString},
    {"Strings", NodeKind::Strings},
    {"Attribute", NodeKind::Attribute},
    {"Subscript", NodeKind::Subscript},
    {"Starred", NodeKind::Starred},
    {"List", NodeKind::List},
    {"Tuple", NodeKind::Tuple},
    {"Lambda", NodeKind::Lambda},
    {"Call", NodeKind::Call},
    {"Expression", NodeKind::Expression},
    {"Generator", NodeKind::Generator},
    {"Yield", NodeKind::Yield},
    {"Await", NodeKind::Await},
    {"ListComp", NodeKind::ListComp},
    {"SetComp", NodeKind::SetComp},
    {"DictComp", NodeKind::DictComp},
    {"Dict", NodeKind::Dict},
    {"Set", NodeKind::Set},
    {"Compare", NodeKind::Compare},
    {"Conditional", NodeKind::Conditional},
    {"Named", NodeKind::Named},
};

struct NamedAction {
    std::string_view name;
    Action action;
};
constexpr NamedAction actions[] = {
    {"at", Action::At},
    {"range", Action::Range},
    {"from", Action::From},
    {"last", Action::Last},
    {"next", Action::Next},
    {"indent", Action::Indent},
    {"target", Action::Target},
    {"deleteTarget", Action::DeleteTarget},
    {"forTarget", Action::ForTarget},
    {"typeParam", Action::TypeParam},
    {"comma", Action::Comma},
    {"legacy", Action::Legacy},
    {"behind", Action::Behind},
    {"rangeToLastExpression", Action::RangeToLastExpression},
    {"rangeToLastClause", Action::RangeToLastClause},
    {"bareGenerator", Action::BareGenerator},
    {"positionalAfterKeyword", Action::PositionalAfterKeyword},
};

struct NamedToken {
    std::string_view name;
    TokenKind kind;
};
constexpr NamedToken tokenClasses[] = {
    {"NAME", TokenKind::Name},
    {"NUMBER", TokenKind::Number},
    {"STRING", TokenKind::String},
    {"NEWLINE", TokenKind::Newline},
    {"INDENT", TokenKind::Indent},
    {"DEDENT", TokenKind::Dedent},
    {"ENDMARKER", TokenKind::EndMarker},
    {"FSTRINGSTART", TokenKind::FStringStart},
    {"FSTRINGMIDDLE", TokenKind::FStringMiddle},
    {"FSTRINGEND", TokenKind::FStringEnd},
    {"NOTEQUAL", TokenKind::NotEqual},
};
}

// Reads the notation. The grammar is a part of this program, so a mistake in it stops with a sentence.
class GrammarReader {
public:
    explicit GrammarReader(Grammar& grammar) : m_grammar(grammar) {
        for (int kind = static_cast<int>(TokenKind::LeftParen); kind <= static_cast<int>(TokenKind::Yield); kind++) {
            m_fixedTokens.emplace(fixedText(static_cast<TokenKind>(kind)), static_cast<TokenKind>(kind));
        }
    }

    void read(const char* text) {
        m_text = text;
        m_next = 0;
        skipSpace();
        while (m_next < m_text.size()) readRule();
    }

    void check() const {
        for (const auto& [name, index] : m_ruleIndices) {
            if (m_grammar.m_rules[static_cast<size_t>(index)].alternatives.empty()) stop("no rule", name);
        }
    }

    // Sets `first` everywhere: grows the sets until nothing changes.
    void findFirstTokens() {
        for (bool hasChanged = true; hasChanged;) {
            hasChanged = false;
            for (Rule& rule : m_grammar.m_rules) {
                for (Alternative& alternative : rule.alternatives) {
                    const TokenSet first = firstTokens(alternative);
                    hasChanged |= alternative.first.add(first);
                    hasChanged |= rule.first.add(first);
                }
            }
        }
    }

    void findLeftRecursion() {
        for (size_t index = 0; index < m_grammar.m_rules.size(); index++) {
            Rule& rule = m_grammar.m_rules[index];
            if (!rule.isLeftRecursive) continue;
            for (Alternative& alternative : rule.alternatives) {
                const Item& item = alternative.items[0];
                alternative.isLeftRecursive = item.type == ItemType::Rule && item.rule == static_cast<int>(index);
                if (alternative.isLeftRecursive) rule.growth.add(firstTokens(alternative, 1));
            }
        }
    }

private:
    TokenSet firstTokens(const Alternative& alternative, size_t from = 0) const {
        TokenSet result;
        for (size_t i = from; i < alternative.items.size(); i++) {
            const Item& item = alternative.items[i];
            switch (item.type) {
            case ItemType::Token:
            case ItemType::Forced: result.add(item.token); return result;
            case ItemType::SoftKeyword:
            case ItemType::AnySoftKeyword: result.add(TokenKind::Name); return result;
            case ItemType::Rule:
            case ItemType::Plus:
            case ItemType::Gather: result.add(m_grammar.rule(item.rule).first); return result;
            case ItemType::Optional:
            case ItemType::Star: result.add(m_grammar.rule(item.rule).first); break;
            case ItemType::And:
            case ItemType::Not:
            case ItemType::Cut: break;
            }
        }
        result.addAll();
        return result;
    }

    [[noreturn]] static void stop(const char* what, std::string_view where) {
        std::fprintf(stderr, "memtape: the grammar of mistakes: %s at '%.*s'\n", what, static_cast<int>(std::min<size_t>(where.size(), 40)),
                     where.data());
        std::abort();
    }

    void skipSpace() {
        while (m_next < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_next]))) m_next++;
    }
    bool isNext(std::string_view wanted) const { return m_text.substr(m_next, wanted.size()) == wanted; }
    bool take(std::string_view wanted) {
        if (!isNext(wanted)) return false;
        m_next += wanted.size();
        skipSpace();
        return true;
    }
    void expect(std::string_view wanted) {
        if (!take(wanted)) stop("unexpected text", m_text.substr(m_next));
    }
    bool isWord() const { return m_next < m_text.size() && std::isalpha(static_cast<unsigned char>(m_text[m_next])); }
    bool isRuleStart() const { return isWord() && (m_next == 0 || m_text[m_next - 1] == '\n'); }
    std::string_view word() {
        const size_t begin = m_next;
        while (m_next < m_text.size() && std::isalnum(static_cast<unsigned char>(m_text[m_next]))) m_next++;
        if (m_next == begin) stop("a word is missing", m_text.substr(begin));
        const std::string_view result = m_text.substr(begin, m_next - begin);
        skipSpace();
        return result;
    }
    std::string quoted() {
        const char quote = m_text[m_next++];
        std::string result;
        for (; m_text[m_next] != quote; m_next++) {
            if (m_text[m_next] == '\\') m_next++;
            result += m_text[m_next];
        }
        m_next++;
        return result;
    }

    int ruleIndex(std::string_view name) {
        const auto [entry, isNew] = m_ruleIndices.emplace(name, static_cast<int>(m_grammar.m_rules.size()));
        if (isNew) addRule(name);
        return entry->second;
    }
    int addRule(std::string_view name) {
        Rule rule;
        rule.name = name;
        m_grammar.m_rules.push_back(std::move(rule));
        return static_cast<int>(m_grammar.m_rules.size()) - 1;
    }

    void readRule() {
        const std::string_view name = word();
        const int index = ruleIndex(name);
        bool isMemo = false, isLeft = false, isQuiet = false;
        while (!take(":")) {
            const std::string_view flag = word();
            if (flag == "memo") isMemo = true;
            else if (flag == "left") isLeft = true;
            else if (flag == "quiet") isQuiet = true;
            else stop("unknown flag", flag);
        }
        std::vector<Alternative> alternatives = readAlternatives();
        Rule& rule = m_grammar.m_rules[static_cast<size_t>(index)];
        rule.alternatives = std::move(alternatives);
        rule.isMemo = isMemo;
        rule.isLeftRecursive = isLeft;
        rule.isQuiet = isQuiet;
        rule.isMistake = name.substr(0, 3) == "bad" && name != "badAnnotationTarget";
    }

    std::vector<Alternative> readAlternatives() {
        std::vector<Alternative> result;
        take("|");
        do result.push_back(readAlternative());
        while (take("|"));
        return result;
    }

    Alternative readAlternative() {
        Alternative result;
        while (m_next < m_text.size() && !isRuleStart()) {
            if (isNext("|") || isNext(")") || isNext("]")) break;
            if (take("->")) {
                const std::string_view name = word();
                result.action = name == "a" ? Action::Capture : Action::Build;
                if (result.action == Action::Build) result.kind = findKind(name);
                break;
            }
            if (take("=>")) {
                const std::string_view name = word();
                for (const NamedAction& row : actions) {
                    if (row.name == name) result.action = row.action;
                }
                if (result.action == Action::None) stop("unknown action", name);
                expect("(");
                while (!take(")")) m_next++; // the captures it uses: the action knows
                result.message = quoted();
                skipSpace();
                break;
            }
            result.items.push_back(readItem());
        }
        return result;
    }

    static NodeKind findKind(std::string_view name) {
        for (const NamedKind& row : nodeKinds) {
            if (row.name == name) return row.kind;
        }
        stop("unknown kind", name);
    }

    Item readItem() {
        int8_t capture = -1;
        if (isNext("a=")) capture = 0;
        else if (isNext("b=")) capture = 1;
        if (capture >= 0) m_next += 2;
        Item item = readUnary();
        item.capture = capture;
        return item;
    }

    Item readUnary() {
        if (take("~")) return {ItemType::Cut};
        if (take("&&")) {
            const std::string text = quoted();
            skipSpace();
            Item item{ItemType::Forced};
            item.token = tokenFor(text);
            item.text = fixedText(item.token);
            return item;
        }
        if (take("&")) return wrap(ItemType::And, readPostfix());
        if (take("!")) return wrap(ItemType::Not, readPostfix());
        return readPostfix();
    }

    Item readPostfix() {
        Item item = readPrimary();
        if (take("*")) return wrap(ItemType::Star, item);
        if (take("+")) return wrap(ItemType::Plus, item);
        if (item.type == ItemType::Token && take(".")) {
            Item element = wrap(ItemType::Gather, readPrimary());
            element.token = item.token;
            expect("+");
            return element;
        }
        return item;
    }

    // Repetitions and looks ahead apply to a rule; anything else is made one.
    Item wrap(ItemType type, Item inner) {
        Item result{type};
        if (inner.type == ItemType::Rule) {
            result.rule = inner.rule;
            return result;
        }
        Alternative alternative;
        alternative.items.push_back(inner);
        result.rule = addRule("");
        m_grammar.m_rules.back().alternatives.push_back(std::move(alternative));
        return result;
    }

    Item readGroup(const char* close, ItemType type) {
        std::vector<Alternative> alternatives = readAlternatives();
        expect(close);
        Item item{type};
        item.rule = addRule("");
        m_grammar.m_rules.back().alternatives = std::move(alternatives);
        return item;
    }

    Item readPrimary() {
        if (take("(")) return readGroup(")", ItemType::Rule);
        if (take("[")) return readGroup("]", ItemType::Optional);
        if (isNext("'")) {
            Item item{ItemType::Token};
            item.token = tokenFor(quoted());
            skipUnlessSuffix();
            return item;
        }
        if (isNext("\"")) {
            const size_t begin = m_next + 1;
            Item item{ItemType::SoftKeyword};
            item.text = m_text.substr(begin, quoted().size());
            skipUnlessSuffix();
            return item;
        }
        const size_t begin = m_next;
        while (m_next < m_text.size() && std::isalnum(static_cast<unsigned char>(m_text[m_next]))) m_next++;
        const std::string_view name = m_text.substr(begin, m_next - begin);
        if (name.empty()) stop("an element is missing", m_text.substr(begin));
        skipUnlessSuffix();
        if (name == "SOFTKEYWORD") return {ItemType::AnySoftKeyword};
        for (const NamedToken& row : tokenClasses) {
            if (row.name != name) continue;
            Item item{ItemType::Token};
            item.token = row.kind;
            return item;
        }
        Item item{ItemType::Rule};
        item.rule = ruleIndex(name);
        return item;
    }

    // A suffix stands right behind its element: `'*' x` is not a repetition.
    void skipUnlessSuffix() {
        if (!isNext("*") && !isNext("+") && !isNext(".")) skipSpace();
    }

    TokenKind tokenFor(const std::string& text) const {
        const auto found = m_fixedTokens.find(text);
        if (found == m_fixedTokens.end()) stop("no such token", text);
        return found->second;
    }

    Grammar& m_grammar;
    std::string_view m_text;
    size_t m_next = 0;
    std::unordered_map<std::string_view, int> m_ruleIndices;
    std::unordered_map<std::string_view, TokenKind> m_fixedTokens;
};

const Grammar& Grammar::python() {
    static const Grammar grammar = [] {
        Grammar result;
        GrammarReader reader(result);
        for (const char* text : {statementRules, compoundRules, matchRules, expressionRules, badExpressionRules}) reader.read(text);
        reader.check();
        reader.findFirstTokens();
        reader.findLeftRecursion();
        return result;
    }();
    return grammar;
}

int Grammar::find(std::string_view name) const {
    for (size_t i = 0; i < m_rules.size(); i++) {
        if (m_rules[i].name == name) return static_cast<int>(i);
    }
    return -1;
}

}
