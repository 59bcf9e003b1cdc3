// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

#include "core/replay/find/find_expression.h"
#include "core/replay/translatable.h"

namespace memtape {

namespace {

struct Token {
    enum class Kind : uint8_t { End, Name, Number, Text, Sign, Bad } kind = Kind::End;
    std::string_view text; // as it stands there
    std::string value;     // Text: what it says
    size_t at = 0;
    const char* problem = ""; // Bad
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool beginsName(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    std::vector<Token> scan() {
        std::vector<Token> tokens;
        do tokens.push_back(next());
        while (tokens.back().kind != Token::Kind::End && tokens.back().kind != Token::Kind::Bad);
        return tokens;
    }

private:
    Token next() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n')) m_at++;
        const size_t from = m_at;
        if (from == m_text.size()) return make(Token::Kind::End, from);
        char c = m_text[m_at];
        if (beginsName(c)) {
            while (m_at < m_text.size() && (beginsName(m_text[m_at]) || isDigit(m_text[m_at]))) m_at++;
            return make(Token::Kind::Name, from);
        }
        if (isDigit(c) || (c == '.' && m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1]))) return number(from);
        if (c == '"' || c == '\'') return quoted(from, c);
        for (std::string_view sign : {"==", "!=", "<=", ">="})
            if (m_text.substr(m_at, 2) == sign) {
                m_at += 2;
                return make(Token::Kind::Sign, from);
            }
        m_at++;
        if (std::string_view("<>()[].:-+").find(c) != std::string_view::npos) return make(Token::Kind::Sign, from);
        if (c == '=') return bad(from, MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "'=' binds a name in a program; '==' compares"));
        return bad(from, MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "this sign means nothing here"));
    }

    Token number(size_t from) {
        if (m_text.substr(m_at, 2) == "0x" || m_text.substr(m_at, 2) == "0X") {
            m_at += 2;
            while (m_at < m_text.size() && std::isxdigit(static_cast<unsigned char>(m_text[m_at]))) m_at++;
        } else {
            while (m_at < m_text.size() && (isDigit(m_text[m_at]) || m_text[m_at] == '.' || m_text[m_at] == '_')) m_at++;
            if (m_at < m_text.size() && (m_text[m_at] == 'e' || m_text[m_at] == 'E')) {
                m_at++;
                if (m_at < m_text.size() && (m_text[m_at] == '-' || m_text[m_at] == '+')) m_at++;
                while (m_at < m_text.size() && isDigit(m_text[m_at])) m_at++;
            }
        }
        if (m_at < m_text.size() && beginsName(m_text[m_at]))
            return bad(from, MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "a number cannot go on with letters"));
        return make(Token::Kind::Number, from);
    }

    Token quoted(size_t from, char quote) {
        std::string value;
        for (m_at++; m_at < m_text.size(); m_at++) {
            char c = m_text[m_at];
            if (c == quote) {
                m_at++;
                Token token = make(Token::Kind::Text, from);
                token.value = std::move(value);
                return token;
            }
            if (c == '\\' && m_at + 1 < m_text.size()) {
                c = m_text[++m_at];
                c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
            }
            value += c;
        }
        return bad(from, MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "the text that begins here has no end"));
    }

    Token make(Token::Kind kind, size_t from) const { return {kind, m_text.substr(from, m_at - from), {}, from}; }
    Token bad(size_t from, const char* problem) const { return {Token::Kind::Bad, m_text.substr(from, 1), {}, from, problem}; }

    std::string_view m_text;
    size_t m_at = 0;
};

class Parser {
public:
    Parser(std::string_view text, FindExpression& out) : m_text(text), m_tokens(Scanner(text).scan()), m_out(out) {}

    FindProblem parsePath(FindPath& out) {
        if (isEnd()) fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "there is nothing to follow"));
        const FindValue found = value();
        const auto* path = std::get_if<FindPath>(&found);
        if (!path) fail(0, MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "a value never changes; a name is wanted here"));
        if (!failed() && !isEnd())
            fail(
                MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "only names, attributes, items and len(…) can be followed; it is over before this"));
        if (path) out = *path;
        return std::move(m_problem);
    }

    FindProblem parse() {
        if (isEnd()) fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "there is nothing to look for"));
        uint32_t root = either();
        if (!failed() && !isEnd())
            fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "the expression is over before this; 'and' or 'or' joins two of them"));
        m_out.root = root;
        return std::move(m_problem);
    }

private:
    static constexpr size_t deepest = 200;

    // ---- tokens
    const Token& now() const { return m_tokens[m_at]; }
    const Token& then() const { return m_tokens[std::min(m_at + 1, m_tokens.size() - 1)]; }
    bool isEnd() const { return now().kind == Token::Kind::End; }
    bool is(Token::Kind kind, std::string_view text) const { return now().kind == kind && now().text == text; }
    bool take(Token::Kind kind, std::string_view text) {
        if (!is(kind, text)) return false;
        advance();
        return true;
    }
    bool takeSign(std::string_view text) { return take(Token::Kind::Sign, text); }
    bool takeWord(std::string_view text) { return take(Token::Kind::Name, text); }
    void advance() {
        if (m_at + 1 < m_tokens.size()) m_at++;
    }

    bool failed() const { return !m_problem.sentence.empty(); }
    void fail(std::string sentence) { fail(now().at, std::move(sentence)); }
    void fail(size_t at, std::string sentence) {
        if (failed()) return;
        // a sign that means nothing is what is wrong, whatever was hoped for in its place
        if (now().kind == Token::Kind::Bad) m_problem = {now().at, now().problem};
        else m_problem = {at, std::move(sentence)};
    }

    // ---- the tree
    uint32_t add(FindNode node) {
        m_out.nodes.push_back(std::move(node));
        return static_cast<uint32_t>(m_out.nodes.size() - 1);
    }
    uint32_t join(FindNode::Kind kind, std::vector<uint32_t> of) {
        if (of.size() == 1 && kind != FindNode::Kind::Not) return of[0];
        FindNode node;
        node.kind = kind;
        node.of = std::move(of);
        return add(std::move(node));
    }

    uint32_t either() {
        std::vector<uint32_t> of{both()};
        while (!failed() && takeWord("or")) of.push_back(both());
        return join(FindNode::Kind::Or, std::move(of));
    }
    uint32_t both() {
        std::vector<uint32_t> of{one()};
        while (!failed() && takeWord("and")) of.push_back(one());
        return join(FindNode::Kind::And, std::move(of));
    }
    uint32_t one() {
        if (++m_depth > deepest) fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "this is nested too deeply"));
        uint32_t node = 0;
        if (failed()) {
        } else if (takeWord("not")) {
            node = join(FindNode::Kind::Not, {one()});
        } else if (takeSign("(")) {
            node = either();
            if (!takeSign(")")) fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "a ')' is missing here"));
        } else if (std::optional<FindEvent> found = event()) {
            FindNode leaf;
            leaf.kind = FindNode::Kind::Event;
            leaf.event = *std::move(found);
            node = add(std::move(leaf));
        } else {
            node = compared();
        }
        m_depth--;
        return node;
    }

    std::optional<FindEvent> event() {
        using Kind = FindEvent::Kind;
        if (now().kind != Token::Kind::Name) return std::nullopt;
        const bool numberFollows = then().kind == Token::Kind::Number, textFollows = then().kind == Token::Kind::Text;
        const bool nameFollows = then().kind == Token::Kind::Name && !isJoining(then().text) && then().text != "is";
        const bool nothingFollows = then().kind == Token::Kind::End || then().text == ")" || isJoining(then().text);
        FindEvent event;
        if ((now().text == "made" || now().text == "released") && numberFollows) {
            event.kind = now().text == "made" ? Kind::Made : Kind::Released;
            advance();
            event.number = whole(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "an ID is a whole number, as the state prints it"));
            return event;
        }
        if (now().text == "line" && (numberFollows || textFollows || nameFollows)) {
            advance();
            event.kind = Kind::Line;
            if (now().kind != Token::Kind::Number) event.text = file();
            event.number = whole(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "a line is a whole number"));
            return event;
        }
        if (now().text == "output" && textFollows) {
            advance();
            event.kind = Kind::Output;
            event.text = now().value;
            if (event.text.empty()) fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "an empty text is in every output"));
            advance();
            return event;
        }
        if (now().text == "exception" && (nameFollows || nothingFollows)) {
            advance();
            event.kind = Kind::Exception;
            if (!nameFollows) return event;
            event.text = now().text;
            advance();
            while (takeSign(".")) { // of a dotted name the last part is the type's
                event.text = now().text;
                advance();
            }
            return event;
        }
        if (now().text == "collection" && nothingFollows) {
            advance();
            event.kind = Kind::Collection;
            return event;
        }
        return std::nullopt;
    }
    static bool isJoining(std::string_view word) { return word == "and" || word == "or"; }

    // `helper.py:` or `"a name with spaces.py":`
    std::string file() {
        std::string name;
        if (now().kind == Token::Kind::Text) {
            name = now().value;
            advance();
        } else {
            size_t from = now().at, end = m_text.find(':', from);
            name = m_text.substr(from, end == std::string_view::npos ? end : end - from);
            while (!isEnd() && now().kind != Token::Kind::Bad && !is(Token::Kind::Sign, ":")) advance();
        }
        if (!takeSign(":")) fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "after the file a ':' and a line are wanted"));
        return name;
    }

    uint64_t whole(const char* otherwise) {
        std::string_view digits = now().text;
        const bool isHex = digits.substr(0, 2) == "0x" || digits.substr(0, 2) == "0X";
        if (isHex) digits.remove_prefix(2);
        uint64_t number = 0;
        auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, isHex ? 16 : 10);
        if (now().kind != Token::Kind::Number || error != std::errc() || end != digits.data() + digits.size()) fail(otherwise);
        advance();
        return number;
    }

    uint32_t compared() {
        std::vector<uint32_t> chain;
        FindValue left = value();
        do {
            FindNode node;
            node.kind = FindNode::Kind::Compare;
            node.left = left;
            std::optional<FindOperator> op = failed() ? std::nullopt : comparison();
            if (!op) {
                fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "a comparison is missing here: == != < <= > >= or is"));
                return 0;
            }
            node.op = *op;
            node.right = left = value();
            if (failed()) return 0;
            if (std::holds_alternative<FindLiteral>(node.left) && std::holds_alternative<FindLiteral>(node.right))
                fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "this compares two values that never change; one of them is to be a name"));
            chain.push_back(add(std::move(node)));
        } while (!failed() && startsComparison());
        return join(FindNode::Kind::And, std::move(chain));
    }

    bool startsComparison() const {
        if (now().kind == Token::Kind::Name) return now().text == "is";
        static constexpr std::string_view signs[] = {"==", "!=", "<", "<=", ">", ">="};
        return now().kind == Token::Kind::Sign && std::find(std::begin(signs), std::end(signs), now().text) != std::end(signs);
    }
    std::optional<FindOperator> comparison() {
        if (!startsComparison()) return std::nullopt;
        std::string_view sign = now().text;
        advance();
        if (sign == "is") return takeWord("not") ? FindOperator::IsNot : FindOperator::Is;
        if (sign == "==") return FindOperator::Equal;
        if (sign == "!=") return FindOperator::NotEqual;
        if (sign == "<") return FindOperator::Less;
        if (sign == "<=") return FindOperator::LessOrEqual;
        return sign == ">" ? FindOperator::Greater : FindOperator::GreaterOrEqual;
    }

    FindValue value() {
        FindLiteral literal;
        using Kind = FindLiteral::Kind;
        const Token token = now();
        if (token.kind == Token::Kind::Text) {
            literal.kind = Kind::Text;
            literal.text = token.value;
            advance();
            return literal;
        }
        const bool isNegative = is(Token::Kind::Sign, "-"), hasSign = isNegative || is(Token::Kind::Sign, "+");
        if (hasSign || token.kind == Token::Kind::Number) {
            if (hasSign) advance();
            if (now().kind != Token::Kind::Number) fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "a number is missing behind the sign"));
            else numberValue(literal, isNegative);
            advance();
            return literal;
        }
        if (token.kind != Token::Kind::Name || isJoining(token.text) || token.text == "is" || token.text == "not") {
            fail(isEnd() ? MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "something is missing at the end")
                         : MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "a name or a value is wanted here"));
            return literal;
        }
        if (token.text == "None" || token.text == "True" || token.text == "False") {
            advance();
            literal.kind = token.text == "None" ? Kind::Nothing : Kind::Truth;
            literal.truth = token.text == "True";
            return literal;
        }
        if (token.text == "len" && then().text == "(") {
            advance();
            advance();
            FindPath path = this->path();
            path.isLength = true;
            if (!takeSign(")")) fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "a ')' is missing here"));
            path.text = m_text.substr(token.at, endOfLast() - token.at);
            return path;
        }
        return path();
    }

    void numberValue(FindLiteral& literal, bool isNegative) {
        std::string digits;
        for (char c : now().text)
            if (c != '_') digits += c;
        if (digits.find_first_of(".eExX") == std::string::npos) {
            literal.kind = FindLiteral::Kind::Integer;
            digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
            literal.integer = isNegative && digits != "0" ? '-' + digits : digits;
            return;
        }
        if (digits.substr(0, 2) == "0x" || digits.substr(0, 2) == "0X") {
            literal.kind = FindLiteral::Kind::Integer;
            literal.integer = (isNegative ? "-" : "") + std::to_string(whole(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "this is no number")));
            m_at--; // the caller goes past it
            return;
        }
        auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), literal.floating);
        if (error != std::errc() || end != digits.data() + digits.size()) fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "this is no number"));
        literal.kind = FindLiteral::Kind::Float;
        if (isNegative) literal.floating = -literal.floating;
    }

    FindPath path() {
        FindPath path;
        const size_t from = now().at;
        if (now().kind != Token::Kind::Name) {
            fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "a name is wanted here"));
            return path;
        }
        path.name = now().text;
        advance();
        while (!failed()) {
            if (takeSign(".")) {
                if (now().kind != Token::Kind::Name)
                    fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "the name of an attribute is missing behind the '.'"));
                path.parts.push_back({FindPath::Part::Kind::Attribute, std::string(now().text), 0});
                advance();
            } else if (takeSign("[")) {
                path.parts.push_back(subscript());
            } else {
                break;
            }
        }
        if (is(Token::Kind::Sign, "(")) fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "nothing is called: what would a call do to memory?"));
        path.text = m_text.substr(from, endOfLast() - from);
        return path;
    }

    FindPath::Part subscript() {
        FindPath::Part part;
        if (now().kind == Token::Kind::Text) {
            part.kind = FindPath::Part::Kind::Key;
            part.text = now().value;
            advance();
        } else {
            const bool isNegative = takeSign("-");
            part.kind = FindPath::Part::Kind::Index;
            uint64_t index = whole(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "an index or a key in quotes is wanted here"));
            if (index > INT32_MAX) fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "this index is too large"));
            part.index = isNegative ? -static_cast<int64_t>(index) : static_cast<int64_t>(index);
        }
        if (!takeSign("]")) fail(MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "a ']' is missing here"));
        return part;
    }

    size_t endOfLast() const {
        const Token& last = m_tokens[m_at ? m_at - 1 : 0];
        return last.at + last.text.size();
    }

    std::string_view m_text;
    std::vector<Token> m_tokens;
    FindExpression& m_out;
    FindProblem m_problem;
    size_t m_at = 0, m_depth = 0;
};

}

FindProblem parseFind(std::string_view text, FindExpression& out) {
    out = {};
    return Parser(text, out).parse();
}

FindProblem parsePath(std::string_view text, FindPath& out) {
    out = {};
    FindExpression unused;
    return Parser(text, unused).parsePath(out);
}

}
