// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/compiler/unparse.h"

#include "core/text/float_text.h"
#include "core/text/integer_text.h"
#include "core/text/quoted.h"

namespace memtape {

using namespace ast;

namespace {

enum Precedence {
    LevelTuple,
    LevelTest,
    LevelOr,
    LevelAnd,
    LevelNot,
    LevelCompare,
    LevelExpr,
    LevelBitXor,
    LevelBitAnd,
    LevelShift,
    LevelArith,
    LevelTerm,
    LevelFactor,
    LevelPower,
    LevelAwait,
    LevelAtom,
    LevelBitOr = LevelExpr,
};

// ---- constants -----------------------------------------------------------------------------------------------------

// ---- expressions ---------------------------------------------------------------------------------------------------

class Unparser {
public:
    std::string take() { return std::move(m_text); }

    void write(const Expr* expression, int level) {
        switch (expression->kind) {
        case ExprKind::NamedExpr: {
            const auto& node = *expression->as<NamedExpr>();
            return parenthesized(level > LevelTuple, [&] {
                write(node.target, LevelAtom);
                m_text += " := ";
                write(node.value, LevelAtom);
            });
        }
        case ExprKind::BoolOp: return writeBoolOp(*expression->as<BoolOp>(), level);
        case ExprKind::BinOp: return writeBinOp(*expression->as<BinOp>(), level);
        case ExprKind::UnaryOp: return writeUnaryOp(*expression->as<UnaryOp>(), level);
        case ExprKind::Lambda: {
            const auto& node = *expression->as<Lambda>();
            return parenthesized(level > LevelTest, [&] {
                m_text += "lambda";
                const size_t before = m_text.size();
                writeArguments(*node.args);
                if (m_text.size() > before) m_text.insert(before, " ");
                m_text += ": ";
                write(node.body, LevelTest);
            });
        }
        case ExprKind::IfExp: {
            const auto& node = *expression->as<IfExp>();
            return parenthesized(level > LevelTest, [&] {
                write(node.body, LevelTest + 1);
                m_text += " if ";
                write(node.test, LevelTest + 1);
                m_text += " else ";
                write(node.orelse, LevelTest);
            });
        }
        case ExprKind::Dict: return writeDict(*expression->as<Dict>());
        case ExprKind::Set: return writeAll("{", expression->as<Set>()->elts, "}");
        case ExprKind::ListComp:
            return writeComprehension("[", expression->as<ListComp>()->elt, nullptr, expression->as<ListComp>()->generators, "]");
        case ExprKind::SetComp: return writeComprehension("{", expression->as<SetComp>()->elt, nullptr, expression->as<SetComp>()->generators, "}");
        case ExprKind::GeneratorExp:
            return writeComprehension("(", expression->as<GeneratorExp>()->elt, nullptr, expression->as<GeneratorExp>()->generators, ")");
        case ExprKind::DictComp:
            return writeComprehension("{", expression->as<DictComp>()->key, expression->as<DictComp>()->value, expression->as<DictComp>()->generators,
                                      "}");
        case ExprKind::Yield:
            if (!expression->as<Yield>()->value) {
                m_text += "(yield)";
                return;
            }
            m_text += "(yield ";
            write(expression->as<Yield>()->value, LevelTest);
            m_text += ")";
            return;
        case ExprKind::YieldFrom:
            m_text += "(yield from ";
            write(expression->as<YieldFrom>()->value, LevelTest);
            m_text += ")";
            return;
        case ExprKind::Await:
            return parenthesized(level > LevelAwait, [&] {
                m_text += "await ";
                write(expression->as<Await>()->value, LevelAtom);
            });
        case ExprKind::Compare: return writeCompare(*expression->as<Compare>(), level);
        case ExprKind::Call: return writeCall(*expression->as<Call>());
        case ExprKind::Constant:
            if (expression->as<ast::Constant>()->isUnicodePrefixed) m_text += "u";
            return writeConstant(*expression->as<ast::Constant>()->value);
        case ExprKind::JoinedStr: return writeFString(formattedBody(expression->as<JoinedStr>()->values));
        case ExprKind::FormattedValue: return writeFString(formattedText(*expression->as<FormattedValue>()));
        case ExprKind::Attribute: {
            const auto& node = *expression->as<Attribute>();
            write(node.value, LevelAtom);
            const bool isInt = node.value->kind == ExprKind::Constant && node.value->as<ast::Constant>()->value->kind == memtape::Constant::Kind::Int;
            m_text += isInt ? " ." : ".";
            m_text += node.attr;
            return;
        }
        case ExprKind::Starred: m_text += "*"; return write(expression->as<Starred>()->value, LevelExpr);
        case ExprKind::Name: m_text += expression->as<Name>()->id; return;
        case ExprKind::List: return writeAll("[", expression->as<ListExpr>()->elts, "]");
        case ExprKind::Tuple: {
            const auto& node = *expression->as<Tuple>();
            if (node.elts.empty()) {
                m_text += "()";
                return;
            }
            return parenthesized(level > LevelTuple, [&] {
                writeAll("", node.elts, "");
                if (node.elts.size() == 1) m_text += ",";
            });
        }
        case ExprKind::Subscript:
            write(expression->as<Subscript>()->value, LevelAtom);
            m_text += "[";
            write(expression->as<Subscript>()->slice, LevelTuple);
            m_text += "]";
            return;
        case ExprKind::Slice: {
            const auto& node = *expression->as<Slice>();
            if (node.lower) write(node.lower, LevelTest);
            m_text += ":";
            if (node.upper) write(node.upper, LevelTest);
            if (node.step) {
                m_text += ":";
                write(node.step, LevelTest);
            }
            return;
        }
        }
    }

private:
    template <class Write> void parenthesized(bool isNeeded, Write writeInside) {
        if (isNeeded) m_text += "(";
        writeInside();
        if (isNeeded) m_text += ")";
    }

    void separate(bool& isFirst) {
        if (!isFirst) m_text += ", ";
        isFirst = false;
    }

    void writeAll(std::string_view open, List<Expr*> expressions, std::string_view close) {
        m_text += open;
        bool isFirst = true;
        for (const Expr* expression : expressions) {
            separate(isFirst);
            write(expression, LevelTest);
        }
        m_text += close;
    }

    void writeBoolOp(const BoolOp& node, int level) {
        const int own = node.op == BoolOperator::And ? LevelAnd : LevelOr;
        parenthesized(level > own, [&] {
            for (size_t i = 0; i < node.values.size(); ++i) {
                if (i > 0) m_text += node.op == BoolOperator::And ? " and " : " or ";
                write(node.values[i], own + 1);
            }
        });
    }

    void writeBinOp(const BinOp& node, int level) {
        const char* text = "";
        int own = LevelArith;
        switch (node.op) {
        case Operator::Add: text = " + "; break;
        case Operator::Sub: text = " - "; break;
        case Operator::Mult:
            text = " * ";
            own = LevelTerm;
            break;
        case Operator::MatMult:
            text = " @ ";
            own = LevelTerm;
            break;
        case Operator::Div:
            text = " / ";
            own = LevelTerm;
            break;
        case Operator::Mod:
            text = " % ";
            own = LevelTerm;
            break;
        case Operator::FloorDiv:
            text = " // ";
            own = LevelTerm;
            break;
        case Operator::LShift:
            text = " << ";
            own = LevelShift;
            break;
        case Operator::RShift:
            text = " >> ";
            own = LevelShift;
            break;
        case Operator::BitOr:
            text = " | ";
            own = LevelBitOr;
            break;
        case Operator::BitXor:
            text = " ^ ";
            own = LevelBitXor;
            break;
        case Operator::BitAnd:
            text = " & ";
            own = LevelBitAnd;
            break;
        case Operator::Pow:
            text = " ** ";
            own = LevelPower;
            break;
        }
        const int rightAssociative = node.op == Operator::Pow ? 1 : 0;
        parenthesized(level > own, [&] {
            write(node.left, own + rightAssociative);
            m_text += text;
            write(node.right, own + 1 - rightAssociative);
        });
    }

    void writeUnaryOp(const UnaryOp& node, int level) {
        const int own = node.op == UnaryOperator::Not ? LevelNot : LevelFactor;
        parenthesized(level > own, [&] {
            switch (node.op) {
            case UnaryOperator::Invert: m_text += "~"; break;
            case UnaryOperator::Not: m_text += "not "; break;
            case UnaryOperator::UAdd: m_text += "+"; break;
            case UnaryOperator::USub: m_text += "-"; break;
            }
            write(node.operand, own);
        });
    }

    void writeArgument(const Arg& arg) {
        m_text += arg.name;
        if (arg.annotation) {
            m_text += ": ";
            write(arg.annotation, LevelTest);
        }
    }

    void writeArguments(const Arguments& args) {
        bool isFirst = true;
        const size_t positional = args.posonlyargs.size() + args.args.size();
        const size_t firstDefault = positional - args.defaults.size();
        for (size_t i = 0; i < positional; ++i) {
            separate(isFirst);
            const bool isPosOnly = i < args.posonlyargs.size();
            writeArgument(isPosOnly ? args.posonlyargs[i] : args.args[i - args.posonlyargs.size()]);
            if (i >= firstDefault) {
                m_text += "=";
                write(args.defaults[i - firstDefault], LevelTest);
            }
            if (isPosOnly && i + 1 == args.posonlyargs.size()) m_text += ", /";
        }
        if (args.vararg || !args.kwonlyargs.empty()) {
            separate(isFirst);
            m_text += "*";
            if (args.vararg) writeArgument(*args.vararg);
        }
        for (size_t i = 0; i < args.kwonlyargs.size(); ++i) {
            separate(isFirst);
            writeArgument(args.kwonlyargs[i]);
            if (args.kwDefaults[i]) {
                m_text += "=";
                write(args.kwDefaults[i], LevelTest);
            }
        }
        if (args.kwarg) {
            separate(isFirst);
            m_text += "**";
            writeArgument(*args.kwarg);
        }
    }

    void writeDict(const Dict& node) {
        m_text += "{";
        bool isFirst = true;
        for (size_t i = 0; i < node.values.size(); ++i) {
            separate(isFirst);
            if (node.keys[i]) {
                write(node.keys[i], LevelTest);
                m_text += ": ";
                write(node.values[i], LevelTest);
            } else {
                m_text += "**";
                write(node.values[i], LevelExpr);
            }
        }
        m_text += "}";
    }

    void writeComprehension(std::string_view open, const Expr* element, const Expr* value, List<Comprehension> generators, std::string_view close) {
        m_text += open;
        write(element, LevelTest);
        if (value) {
            m_text += ": ";
            write(value, LevelTest);
        }
        for (const Comprehension& generator : generators) {
            m_text += generator.isAsync ? " async for " : " for ";
            write(generator.target, LevelTuple);
            m_text += " in ";
            write(generator.iter, LevelTest + 1);
            for (const Expr* condition : generator.ifs) {
                m_text += " if ";
                write(condition, LevelTest + 1);
            }
        }
        m_text += close;
    }

    void writeCompare(const Compare& node, int level) {
        constexpr const char* texts[] = {" == ", " != ", " < ", " <= ", " > ", " >= ", " is ", " is not ", " in ", " not in "};
        parenthesized(level > LevelCompare, [&] {
            write(node.left, LevelCompare + 1);
            for (size_t i = 0; i < node.ops.size(); ++i) {
                m_text += texts[static_cast<size_t>(node.ops[i])];
                write(node.comparators[i], LevelCompare + 1);
            }
        });
    }

    void writeCall(const Call& node) {
        write(node.func, LevelAtom);
        if (node.args.size() == 1 && node.keywords.empty() && node.args[0]->kind == ExprKind::GeneratorExp)
            return write(node.args[0], LevelAtom); // its own parentheses
        writeAll("(", node.args, "");
        bool isFirst = node.args.empty();
        for (const Keyword& keyword : node.keywords) {
            separate(isFirst);
            if (keyword.arg.empty()) {
                m_text += "**";
            } else {
                m_text += keyword.arg;
                m_text += "=";
            }
            write(keyword.value, LevelTest);
        }
        m_text += ")";
    }

    void writeConstant(const memtape::Constant& constant) {
        if (constant.kind == memtape::Constant::Kind::Ellipsis) {
            m_text += "...";
            return;
        }
        std::string text = constantRepr(constant);
        // What is beyond a double's range is written as a number that is, too.
        if (constant.kind == memtape::Constant::Kind::Float || constant.kind == memtape::Constant::Kind::Complex) {
            const size_t infinite = text.find("inf");
            if (infinite != std::string::npos) text.replace(infinite, 3, "1e309");
        }
        m_text += text;
    }

    void writeFString(const std::string& body) { m_text += "f" + quotedStr(body); }

    static std::string formattedBody(List<Expr*> values) {
        std::string body;
        for (const Expr* value : values) {
            if (value->kind == ExprKind::FormattedValue) {
                body += formattedText(*value->as<FormattedValue>());
            } else if (value->kind == ExprKind::JoinedStr) {
                body += formattedBody(value->as<JoinedStr>()->values);
            } else if (value->kind == ExprKind::Constant) {
                for (const char c : value->as<ast::Constant>()->value->text) {
                    body += c;
                    if (c == '{' || c == '}') body += c;
                }
            }
        }
        return body;
    }

    static std::string formattedText(const FormattedValue& node) {
        Unparser inner;
        inner.write(node.value, LevelTest + 1);
        const std::string expression = inner.take();
        std::string text = expression.starts_with('{') ? "{ " : "{";
        text += expression;
        if (node.conversion > 0) {
            text += '!';
            text += static_cast<char>(node.conversion);
        }
        if (node.formatSpec) {
            text += ':';
            text += node.formatSpec->kind == ExprKind::JoinedStr ? formattedBody(node.formatSpec->as<JoinedStr>()->values)
                                                                 : node.formatSpec->as<ast::Constant>()->value->text;
        }
        return text + "}";
    }

    std::string m_text;
};

}

std::string constantRepr(const memtape::Constant& constant) {
    using Kind = memtape::Constant::Kind;
    switch (constant.kind) {
    case Kind::None: return "None";
    case Kind::Ellipsis: return "Ellipsis";
    case Kind::False: return "False";
    case Kind::True: return "True";
    case Kind::Int: return decimalOfHex(constant.text);
    case Kind::Float: return floatText(constant.real);
    case Kind::Complex: return complexText(constant.real, constant.imaginary);
    case Kind::Str: return quotedStr(constant.text);
    case Kind::Bytes: return "b" + quotedBytes(constant.text);
    case Kind::Tuple:
    case Kind::FrozenSet: {
        std::string text;
        for (const memtape::Constant& item : constant.items) {
            if (!text.empty()) text += ", ";
            text += constantRepr(item);
        }
        if (constant.kind == Kind::FrozenSet) return "frozenset({" + text + "})";
        return "(" + text + (constant.items.size() == 1 ? ",)" : ")");
    }
    case Kind::Code: return "<code>";
    }
    return "";
}

std::string unparsed(const Expr& expression) {
    Unparser unparser;
    unparser.write(&expression, LevelTest);
    return unparser.take();
}

}
