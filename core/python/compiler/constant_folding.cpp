// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/compiler/constant_folding.h"

#include <algorithm>
#include <unordered_set>

#include "core/python/compiler/constant_table.h"
#include "core/python/compiler/problem_sink.h"

namespace memtape {

using namespace ast;

namespace {

const memtape::Constant* constantOf(const Expr* expression) {
    return expression && expression->kind == ExprKind::Constant ? expression->as<ast::Constant>()->value : nullptr;
}

bool hasStarred(List<Expr*> elements) {
    return std::any_of(elements.begin(), elements.end(), [](const Expr* element) { return element->kind == ExprKind::Starred; });
}

bool isDocstring(List<Stmt*> body) {
    if (body.empty() || body[0]->kind != StmtKind::Expr) return false;
    const memtape::Constant* constant = constantOf(body[0]->as<ExprStmt>()->value);
    return constant && constant->kind == memtape::Constant::Kind::Str;
}

class Folder {
public:
    Folder(Arena& arena, const FoldingOptions& options) : m_arena(arena), m_options(options) {}

    bool isTooDeep() const { return m_isTooDeep; }

    // A body of statements. What folding makes of its first expression must not become a docstring.
    void foldBody(List<Stmt*> body) {
        const bool hadDocstring = isDocstring(body);
        foldAll(body);
        if (hadDocstring || !isDocstring(body)) return;
        Expr*& value = body[0]->as<ExprStmt>()->value;
        auto* joined = m_arena.make<JoinedStr>();
        joined->kind = ExprKind::JoinedStr;
        joined->range = value->range;
        joined->values = m_arena.list(&value, 1);
        value = joined;
    }

    void foldAll(List<Stmt*> statements) {
        for (Stmt* statement : statements) fold(*statement);
    }

    void fold(Expr*& expression) {
        if (!expression || m_isTooDeep) return;
        if (++m_depth > maxTreeDepth) m_isTooDeep = true;
        else foldExpression(expression);
        --m_depth;
    }

private:
    void foldAll(List<Expr*> expressions) {
        for (Expr*& expression : expressions) fold(expression);
    }

    Expr* makeConstant(const Range& range, memtape::Constant value) {
        auto* node = m_arena.make<ast::Constant>();
        node->kind = ExprKind::Constant;
        node->range = range;
        node->value = m_arena.constant(std::move(value));
        return node;
    }

    // ---- statements ----------------------------------------------------------------------------------------------

    void fold(Stmt& statement) {
        if (m_isTooDeep) return;
        if (++m_depth > maxTreeDepth) m_isTooDeep = true;
        else foldStatement(statement);
        --m_depth;
    }

    void foldStatement(Stmt& statement) {
        switch (statement.kind) {
        case StmtKind::FunctionDef:
        case StmtKind::AsyncFunctionDef: {
            auto& node = *statement.as<FunctionDef>();
            foldTypeParameters(node.typeParams);
            foldArguments(*node.args);
            foldBody(node.body);
            foldAll(node.decoratorList);
            foldAnnotation(node.returns);
            break;
        }
        case StmtKind::ClassDef: {
            auto& node = *statement.as<ClassDef>();
            foldTypeParameters(node.typeParams);
            foldAll(node.bases);
            for (Keyword& keyword : node.keywords) fold(keyword.value);
            foldBody(node.body);
            foldAll(node.decoratorList);
            break;
        }
        case StmtKind::Return: fold(statement.as<Return>()->value); break;
        case StmtKind::Delete: foldAll(statement.as<Delete>()->targets); break;
        case StmtKind::Assign:
            foldAll(statement.as<Assign>()->targets);
            fold(statement.as<Assign>()->value);
            break;
        case StmtKind::AugAssign:
            fold(statement.as<AugAssign>()->target);
            fold(statement.as<AugAssign>()->value);
            break;
        case StmtKind::AnnAssign:
            fold(statement.as<AnnAssign>()->target);
            foldAnnotation(statement.as<AnnAssign>()->annotation);
            fold(statement.as<AnnAssign>()->value);
            break;
        case StmtKind::TypeAlias:
            foldTypeParameters(statement.as<TypeAlias>()->typeParams);
            fold(statement.as<TypeAlias>()->value);
            break;
        case StmtKind::For:
        case StmtKind::AsyncFor: {
            auto& node = *statement.as<For>();
            fold(node.target);
            fold(node.iter);
            foldAll(node.body);
            foldAll(node.orelse);
            foldIterable(node.iter);
            break;
        }
        case StmtKind::While:
            fold(statement.as<While>()->test);
            foldAll(statement.as<While>()->body);
            foldAll(statement.as<While>()->orelse);
            break;
        case StmtKind::If:
            fold(statement.as<If>()->test);
            foldAll(statement.as<If>()->body);
            foldAll(statement.as<If>()->orelse);
            break;
        case StmtKind::With:
        case StmtKind::AsyncWith:
            for (WithItem& item : statement.as<With>()->items) {
                fold(item.contextExpr);
                fold(item.optionalVars);
            }
            foldAll(statement.as<With>()->body);
            break;
        case StmtKind::Raise:
            fold(statement.as<Raise>()->exc);
            fold(statement.as<Raise>()->cause);
            break;
        case StmtKind::Try:
        case StmtKind::TryStar: {
            auto& node = *statement.as<Try>();
            foldAll(node.body);
            for (ExceptHandler& handler : node.handlers) {
                fold(handler.type);
                foldAll(handler.body);
            }
            foldAll(node.orelse);
            foldAll(node.finalbody);
            break;
        }
        case StmtKind::Assert:
            fold(statement.as<Assert>()->test);
            fold(statement.as<Assert>()->msg);
            break;
        case StmtKind::Expr: fold(statement.as<ExprStmt>()->value); break;
        case StmtKind::Match:
            fold(statement.as<Match>()->subject);
            for (MatchCase& matchCase : statement.as<Match>()->cases) {
                foldPattern(*matchCase.pattern);
                fold(matchCase.guard);
                foldAll(matchCase.body);
            }
            break;
        default: break;
        }
    }

    void foldAnnotation(Expr*& annotation) {
        if (!m_options.futureAnnotations) fold(annotation);
    }

    void foldTypeParameters(List<TypeParam> typeParams) {
        for (TypeParam& parameter : typeParams) {
            fold(parameter.bound);
            fold(parameter.defaultValue);
        }
    }

    void foldArguments(Arguments& args) {
        for (Arg& arg : args.posonlyargs) foldAnnotation(arg.annotation);
        for (Arg& arg : args.args) foldAnnotation(arg.annotation);
        if (args.vararg) foldAnnotation(args.vararg->annotation);
        for (Arg& arg : args.kwonlyargs) foldAnnotation(arg.annotation);
        foldAll(args.kwDefaults);
        if (args.kwarg) foldAnnotation(args.kwarg->annotation);
        foldAll(args.defaults);
    }

    void foldPattern(Pattern& pattern) {
        if (m_isTooDeep) return;
        if (++m_depth > maxTreeDepth) {
            m_isTooDeep = true;
            return;
        }
        switch (pattern.kind) {
        case PatternKind::Value: fold(pattern.as<MatchValue>()->value); break;
        case PatternKind::Sequence:
            for (Pattern* part : pattern.as<MatchSequence>()->patterns) foldPattern(*part);
            break;
        case PatternKind::Mapping:
            foldAll(pattern.as<MatchMapping>()->keys);
            for (Pattern* part : pattern.as<MatchMapping>()->patterns) foldPattern(*part);
            break;
        case PatternKind::Class:
            for (Pattern* part : pattern.as<MatchClass>()->patterns) foldPattern(*part);
            for (Pattern* part : pattern.as<MatchClass>()->kwdPatterns) foldPattern(*part);
            break;
        case PatternKind::As:
            if (Pattern* part = pattern.as<MatchAs>()->pattern) foldPattern(*part);
            break;
        case PatternKind::Or:
            for (Pattern* part : pattern.as<MatchOr>()->patterns) foldPattern(*part);
            break;
        default: break;
        }
        --m_depth;
    }

    // ---- expressions ---------------------------------------------------------------------------------------------

    void foldExpression(Expr*& expression) {
        switch (expression->kind) {
        case ExprKind::BoolOp: foldAll(expression->as<BoolOp>()->values); break;
        case ExprKind::NamedExpr: fold(expression->as<NamedExpr>()->value); break;
        case ExprKind::BinOp:
            fold(expression->as<BinOp>()->left);
            fold(expression->as<BinOp>()->right);
            foldBinary(expression);
            break;
        case ExprKind::UnaryOp:
            fold(expression->as<UnaryOp>()->operand);
            foldUnary(expression);
            break;
        case ExprKind::Lambda:
            foldArguments(*expression->as<Lambda>()->args);
            fold(expression->as<Lambda>()->body);
            break;
        case ExprKind::IfExp:
            fold(expression->as<IfExp>()->test);
            fold(expression->as<IfExp>()->body);
            fold(expression->as<IfExp>()->orelse);
            break;
        case ExprKind::Dict:
            foldAll(expression->as<Dict>()->keys);
            foldAll(expression->as<Dict>()->values);
            break;
        case ExprKind::Set: foldAll(expression->as<Set>()->elts); break;
        case ExprKind::ListComp:
            fold(expression->as<ListComp>()->elt);
            foldGenerators(expression->as<ListComp>()->generators);
            break;
        case ExprKind::SetComp:
            fold(expression->as<SetComp>()->elt);
            foldGenerators(expression->as<SetComp>()->generators);
            break;
        case ExprKind::DictComp:
            fold(expression->as<DictComp>()->key);
            fold(expression->as<DictComp>()->value);
            foldGenerators(expression->as<DictComp>()->generators);
            break;
        case ExprKind::GeneratorExp:
            fold(expression->as<GeneratorExp>()->elt);
            foldGenerators(expression->as<GeneratorExp>()->generators);
            break;
        case ExprKind::Await: fold(expression->as<Await>()->value); break;
        case ExprKind::Yield: fold(expression->as<Yield>()->value); break;
        case ExprKind::YieldFrom: fold(expression->as<YieldFrom>()->value); break;
        case ExprKind::Compare: {
            auto& node = *expression->as<Compare>();
            fold(node.left);
            foldAll(node.comparators);
            if (node.ops.back() == CompareOperator::In || node.ops.back() == CompareOperator::NotIn) foldIterable(node.comparators.back());
            break;
        }
        case ExprKind::Call:
            fold(expression->as<Call>()->func);
            foldAll(expression->as<Call>()->args);
            for (Keyword& keyword : expression->as<Call>()->keywords) fold(keyword.value);
            break;
        case ExprKind::FormattedValue:
            fold(expression->as<FormattedValue>()->value);
            fold(expression->as<FormattedValue>()->formatSpec);
            break;
        case ExprKind::JoinedStr: foldAll(expression->as<JoinedStr>()->values); break;
        case ExprKind::Attribute: fold(expression->as<Attribute>()->value); break;
        case ExprKind::Subscript: {
            auto& node = *expression->as<Subscript>();
            fold(node.value);
            fold(node.slice);
            const memtape::Constant* value = constantOf(node.value);
            const memtape::Constant* index = constantOf(node.slice);
            if (node.ctx == Context::Load && value && index) replaceBy(expression, foldedSubscript(*value, *index));
            break;
        }
        case ExprKind::Starred: fold(expression->as<Starred>()->value); break;
        case ExprKind::Slice:
            fold(expression->as<Slice>()->lower);
            fold(expression->as<Slice>()->upper);
            fold(expression->as<Slice>()->step);
            break;
        case ExprKind::List: foldAll(expression->as<ListExpr>()->elts); break;
        case ExprKind::Tuple:
            foldAll(expression->as<Tuple>()->elts);
            if (expression->as<Tuple>()->ctx == Context::Load) foldTuple(expression);
            break;
        case ExprKind::Name: {
            const auto& node = *expression->as<Name>();
            if (node.ctx == Context::Load && node.id == "__debug__") {
                memtape::Constant value;
                value.kind = m_options.optimize > 0 ? memtape::Constant::Kind::False : memtape::Constant::Kind::True;
                expression = makeConstant(node.range, std::move(value));
            }
            break;
        }
        case ExprKind::Constant: break;
        }
    }

    void foldGenerators(List<Comprehension> generators) {
        for (Comprehension& generator : generators) {
            fold(generator.target);
            fold(generator.iter);
            foldAll(generator.ifs);
            foldIterable(generator.iter);
        }
    }

    void replaceBy(Expr*& expression, std::optional<memtape::Constant> value) {
        if (value) expression = makeConstant(expression->range, std::move(*value));
    }

    std::optional<memtape::Constant> constantTuple(List<Expr*> elements) {
        memtape::Constant tuple;
        tuple.kind = memtape::Constant::Kind::Tuple;
        for (const Expr* element : elements) {
            if (!constantOf(element)) return std::nullopt;
        }
        for (const Expr* element : elements) tuple.items.push_back(*constantOf(element));
        return tuple;
    }

    void foldTuple(Expr*& expression) { replaceBy(expression, constantTuple(expression->as<Tuple>()->elts)); }

    // A list or set that is made only to be looked through need not be mutable.
    void foldIterable(Expr*& expression) {
        if (expression->kind == ExprKind::List) {
            const auto& list = *expression->as<ListExpr>();
            if (hasStarred(list.elts)) return;
            auto* tuple = m_arena.make<Tuple>();
            tuple->kind = ExprKind::Tuple;
            tuple->range = list.range;
            tuple->elts = list.elts;
            tuple->ctx = list.ctx;
            expression = tuple;
            foldTuple(expression);
        } else if (expression->kind == ExprKind::Set) {
            auto members = constantTuple(expression->as<Set>()->elts);
            if (!members) return;
            members->kind = memtape::Constant::Kind::FrozenSet;
            members->items = distinct(std::move(members->items));
            replaceBy(expression, std::move(members));
        }
    }

    static std::vector<memtape::Constant> distinct(std::vector<memtape::Constant> items) {
        std::vector<memtape::Constant> result;
        std::unordered_set<std::string> strings; // the common case, kept linear
        for (memtape::Constant& item : items) {
            if (item.kind == memtape::Constant::Kind::Str) {
                if (strings.insert(item.text).second) result.push_back(std::move(item));
                continue;
            }
            const auto equals = [&item](const memtape::Constant& other) { return constantsAreEqual(item, other); };
            if (std::none_of(result.begin(), result.end(), equals)) result.push_back(std::move(item));
        }
        return result;
    }

    void foldUnary(Expr*& expression) {
        auto& node = *expression->as<UnaryOp>();
        if (const memtape::Constant* operand = constantOf(node.operand)) {
            using Kind = memtape::Constant::Kind;
            const bool isBool = operand->kind == Kind::True || operand->kind == Kind::False;
            if (node.op == UnaryOperator::Invert && isBool && m_options.mayInvertBool && !m_options.mayInvertBool()) return;
            return replaceBy(expression, foldedUnary(node.op, *operand));
        }
        if (node.op != UnaryOperator::Not || node.operand->kind != ExprKind::Compare) return;
        // `not a in b` is `a not in b`; the operators that a class can define are left alone.
        auto& compare = *node.operand->as<Compare>();
        if (compare.ops.size() != 1) return;
        switch (compare.ops[0]) {
        case CompareOperator::Is: compare.ops[0] = CompareOperator::IsNot; break;
        case CompareOperator::IsNot: compare.ops[0] = CompareOperator::Is; break;
        case CompareOperator::In: compare.ops[0] = CompareOperator::NotIn; break;
        case CompareOperator::NotIn: compare.ops[0] = CompareOperator::In; break;
        default: return;
        }
        expression = node.operand;
    }

    void foldBinary(Expr*& expression) {
        auto& node = *expression->as<BinOp>();
        const memtape::Constant* left = constantOf(node.left);
        if (!left) return;
        if (node.op == Operator::Mod && left->kind == memtape::Constant::Kind::Str && node.right->kind == ExprKind::Tuple &&
            !hasStarred(node.right->as<Tuple>()->elts))
            return foldFormat(expression, left->text, node.right->as<Tuple>()->elts);
        if (const memtape::Constant* right = constantOf(node.right)) replaceBy(expression, foldedBinary(node.op, *left, *right));
    }

    // ---- "%s .." % (..) as an f-string ---------------------------------------------------------------------------

    struct FormatItem {
        char conversion = 0;
        bool isLeftAligned = false;
        int width = -1, precision = -1;
    };

    // Up to three digits; false where there are more.
    static bool parseDigits(std::string_view text, size_t& place, int& value) {
        constexpr int maxDigits = 3;
        int digits = 0;
        while (place < text.size() && text[place] >= '0' && text[place] <= '9') {
            value = value * 10 + (text[place++] - '0');
            if (++digits >= maxDigits) return false;
        }
        return true;
    }

    // Behind the '%'. Only %s, %r and %a are understood.
    static bool parseFormatItem(std::string_view text, size_t& place, FormatItem& item) {
        for (;; ++place) {
            if (place >= text.size()) return false;
            const char c = text[place];
            if (c == '-') item.isLeftAligned = true;
            else if (c != '+' && c != ' ' && c != '#' && c != '0') break;
        }
        if (text[place] >= '0' && text[place] <= '9') {
            item.width = 0;
            if (!parseDigits(text, place, item.width)) return false;
        }
        if (place < text.size() && text[place] == '.') {
            ++place;
            item.precision = 0;
            if (!parseDigits(text, place, item.precision)) return false;
        }
        if (place >= text.size()) return false;
        item.conversion = text[place++];
        return item.conversion == 's' || item.conversion == 'r' || item.conversion == 'a';
    }

    // Parts of the format have no place of their own.
    static constexpr Range nowhere{-1, -1, -1, -1};

    Expr* makeString(std::string text) {
        memtape::Constant value;
        value.kind = memtape::Constant::Kind::Str;
        value.text = std::move(text);
        return makeConstant(nowhere, std::move(value));
    }

    Expr* makeFormattedValue(Expr* value, const FormatItem& item) {
        auto* node = m_arena.make<FormattedValue>();
        node->kind = ExprKind::FormattedValue;
        node->range = value->range;
        node->value = value;
        node->conversion = item.conversion;
        std::string spec;
        if (!item.isLeftAligned && item.width > 0) spec += '>';
        if (item.width >= 0) spec += std::to_string(item.width);
        if (item.precision >= 0) spec += "." + std::to_string(item.precision);
        if (!spec.empty()) {
            auto* joined = m_arena.make<JoinedStr>();
            joined->kind = ExprKind::JoinedStr;
            joined->range = nowhere;
            Expr* text = makeString(std::move(spec));
            joined->values = m_arena.list(&text, 1);
            node->formatSpec = joined;
        }
        return node;
    }

    void foldFormat(Expr*& expression, std::string_view format, List<Expr*> values) {
        std::vector<Expr*> parts;
        size_t used = 0;
        for (size_t place = 0;;) {
            std::string literal;
            while (place < format.size()) {
                if (format[place] == '%') {
                    if (place + 1 >= format.size() || format[place + 1] != '%') break;
                    ++place;
                }
                literal += format[place++];
            }
            if (!literal.empty()) parts.push_back(makeString(std::move(literal)));
            if (place >= format.size()) break;
            FormatItem item;
            ++place;
            if (used >= values.size() || !parseFormatItem(format, place, item)) return;
            parts.push_back(makeFormattedValue(values[used++], item));
        }
        if (used < values.size()) return;
        auto* joined = m_arena.make<JoinedStr>();
        joined->kind = ExprKind::JoinedStr;
        joined->range = expression->range;
        joined->values = m_arena.list(parts);
        expression = joined;
    }

    Arena& m_arena;
    const FoldingOptions& m_options;
    int m_depth = 0;
    bool m_isTooDeep = false;
};

}

bool foldConstants(Module& module, Arena& arena, const FoldingOptions& options) {
    Folder folder(arena, options);
    if (options.isInteractive) folder.foldAll(module.body);
    else folder.foldBody(module.body);
    return !folder.isTooDeep();
}

bool foldConstants(Expr*& expression, Arena& arena, const FoldingOptions& options) {
    Folder folder(arena, options);
    folder.fold(expression);
    return !folder.isTooDeep();
}

}
