// SPDX-License-Identifier: GPL-3.0-or-later

// The first pass over the tree: what each scope does to its names, and the SyntaxErrors that follow from that.

#include "core/python/compiler/scopes.h"

namespace memtape {

using namespace ast;

namespace {

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

}

class ScopeBuilder {
public:
    ScopeBuilder(Arena& arena, const ScopeOptions& options, ProblemSink& sink) : m_arena(arena), m_options(options), m_sink(sink) {}

    ScopeTable build(const Module* module, const Expr* expression) {
        m_table.m_top = enter("top", ScopeKind::Module, nullptr, 0);
        if (module) visit(module->body);
        else visit(expression);
        leave();
        if (!m_sink.hasProblem()) analyzeScopes(*m_table.m_top, m_sink, m_directives);
        return std::move(m_table);
    }

private:
    // ---- scopes and names --------------------------------------------------------------------------------------

    Scope* enter(std::string_view name, ScopeKind kind, const void* node, int line) {
        Scope* parent = m_scope;
        Scope& scope = m_table.m_scopes.emplace_back();
        scope.kind = kind;
        scope.name = name;
        scope.line = line;
        scope.isNested = parent && (parent->isNested || parent->isFunctionLike());
        if (parent) {
            scope.comprehensionIterDepth = parent->comprehensionIterDepth;
            if (kind != ScopeKind::Class) scope.mangledNames = parent->mangledNames;
        }
        if (node) m_table.m_byNode[node] = &scope;
        m_stack.push_back(&scope);
        m_scope = &scope;
        // Annotations that become strings have no effect on the scopes around them.
        if (parent && kind != ScopeKind::Annotation) parent->children.push_back(&scope);
        return &scope;
    }

    void leave() {
        m_stack.pop_back();
        m_scope = m_stack.empty() ? nullptr : m_stack.back();
    }

    std::string_view mangled(std::string_view name) { return mangledNameIn(*m_scope, m_className, name, m_arena); }

    void define(std::string_view name, uint32_t uses, const Range& range) {
        if ((uses & TypeParameter) && m_scope->mangledNames) m_scope->mangledNames->insert(name);
        defineIn(*m_scope, name, uses, range);
    }

    void defineIn(Scope& scope, std::string_view name, uint32_t uses, const Range& range) {
        const std::string_view key = mangledNameIn(scope, m_className, name, m_arena);
        Symbol& symbol = scope.ensure(key);
        if ((uses & Parameter) && (symbol.uses & Parameter))
            return m_sink.error(range, "duplicate argument " + quoted(name) + " in function definition");
        if ((uses & TypeParameter) && (symbol.uses & TypeParameter)) return m_sink.error(range, "duplicate type parameter " + quoted(name));
        symbol.uses |= uses;
        if (scope.isComprehensionTarget) {
            if (symbol.uses & (DeclaredGlobal | DeclaredNonlocal))
                return m_sink.error(range, "comprehension inner loop cannot rebind assignment expression target " + quoted(name));
            symbol.uses |= ComprehensionVariable;
        }
        if (uses & Parameter) scope.parameters.push_back(key);
        else if (uses & DeclaredGlobal) m_table.m_top->ensure(key).uses |= uses;
    }

    void direct(std::string_view name, const Range& range) { m_directives[m_scope].push_back({mangled(name), range}); }

    // ---- statements ----------------------------------------------------------------------------------------------

    template <class T> void visit(List<T*> nodes) {
        for (T* node : nodes)
            if (node) visit(static_cast<const T*>(node));
    }

    void visit(const Stmt* statement) {
        if (m_sink.hasProblem()) return;
        if (++m_depth > maxTreeDepth) m_sink.tooDeep();
        else visitStatement(*statement);
        --m_depth;
    }

    void visit(const Expr* expression) {
        if (!expression || m_sink.hasProblem()) return;
        if (++m_depth > maxTreeDepth) m_sink.tooDeep();
        else visitExpression(*expression);
        --m_depth;
    }

    void visitStatement(const Stmt& statement) {
        switch (statement.kind) {
        case StmtKind::FunctionDef:
        case StmtKind::AsyncFunctionDef: return visitFunction(*statement.as<FunctionDef>());
        case StmtKind::ClassDef: return visitClass(*statement.as<ClassDef>());
        case StmtKind::TypeAlias: return visitTypeAlias(*statement.as<TypeAlias>());
        case StmtKind::Return: {
            const auto& node = *statement.as<Return>();
            if (node.value) visit(node.value);
            return;
        }
        case StmtKind::Delete: return visit(statement.as<Delete>()->targets);
        case StmtKind::Assign: visit(statement.as<Assign>()->targets); return visit(statement.as<Assign>()->value);
        case StmtKind::AnnAssign: return visitAnnAssign(*statement.as<AnnAssign>());
        case StmtKind::AugAssign: visit(statement.as<AugAssign>()->target); return visit(statement.as<AugAssign>()->value);
        case StmtKind::For:
        case StmtKind::AsyncFor: {
            const auto& node = *statement.as<For>();
            visit(node.target);
            visit(node.iter);
            visit(node.body);
            return visit(node.orelse);
        }
        case StmtKind::While:
            visit(statement.as<While>()->test);
            visit(statement.as<While>()->body);
            return visit(statement.as<While>()->orelse);
        case StmtKind::If:
            visit(statement.as<If>()->test);
            visit(statement.as<If>()->body);
            return visit(statement.as<If>()->orelse);
        case StmtKind::Match:
            visit(statement.as<Match>()->subject);
            for (const MatchCase& matchCase : statement.as<Match>()->cases) {
                visitPattern(*matchCase.pattern);
                visit(matchCase.guard);
                visit(matchCase.body);
            }
            return;
        case StmtKind::Raise: visit(statement.as<Raise>()->exc); return visit(statement.as<Raise>()->cause);
        case StmtKind::Try:
        case StmtKind::TryStar: {
            const auto& node = *statement.as<Try>();
            visit(node.body);
            visit(node.orelse);
            for (const ExceptHandler& handler : node.handlers) {
                visit(handler.type);
                if (!handler.name.empty()) define(handler.name, BoundLocally, handler.range);
                visit(handler.body);
            }
            return visit(node.finalbody);
        }
        case StmtKind::Assert: visit(statement.as<Assert>()->test); return visit(statement.as<Assert>()->msg);
        case StmtKind::Import:
            for (const Alias& alias : statement.as<Import>()->names) visitAlias(alias);
            return;
        case StmtKind::ImportFrom:
            for (const Alias& alias : statement.as<ImportFrom>()->names) visitAlias(alias);
            return;
        case StmtKind::Global:
            for (const std::string_view name : statement.as<Global>()->names) declare(name, DeclaredGlobal, statement.range);
            return;
        case StmtKind::Nonlocal:
            for (const std::string_view name : statement.as<Nonlocal>()->names) declare(name, DeclaredNonlocal, statement.range);
            return;
        case StmtKind::Expr: return visit(statement.as<ExprStmt>()->value);
        case StmtKind::With:
        case StmtKind::AsyncWith:
            for (const WithItem& item : statement.as<With>()->items) {
                visit(item.contextExpr);
                visit(item.optionalVars);
            }
            return visit(statement.as<With>()->body);
        case StmtKind::Pass:
        case StmtKind::Break:
        case StmtKind::Continue: return;
        }
    }

    void declare(std::string_view name, uint32_t declaration, const Range& range) {
        const bool isGlobal = declaration == DeclaredGlobal;
        const std::string kind = isGlobal ? "global" : "nonlocal";
        const uint32_t uses = m_scope->usesOf(mangled(name));
        if (uses & (Parameter | BoundLocally | Used | Annotated)) {
            std::string message;
            if (uses & Parameter) message = "name " + quoted(name) + " is parameter and " + kind;
            else if (uses & Used) message = "name " + quoted(name) + " is used prior to " + kind + " declaration";
            else if (uses & Annotated) message = "annotated name " + quoted(name) + " can't be " + kind;
            else message = "name " + quoted(name) + " is assigned to before " + kind + " declaration";
            return m_sink.error(range, std::move(message));
        }
        define(name, declaration, range);
        direct(name, range);
    }

    void visitAlias(const Alias& alias) {
        std::string_view stored = alias.asname.empty() ? alias.name : alias.asname;
        if (alias.name == "*") {
            if (m_scope->kind != ScopeKind::Module) m_sink.error(alias.range, "import * only allowed at module level");
            return;
        }
        if (alias.asname.empty()) stored = stored.substr(0, stored.find('.'));
        define(stored, Imported, alias.range);
    }

    void visitAnnAssign(const AnnAssign& node) {
        if (node.target->kind == ExprKind::Name) {
            const auto& target = *node.target->as<Name>();
            const uint32_t uses = m_scope->usesOf(mangled(target.id));
            if ((uses & (DeclaredGlobal | DeclaredNonlocal)) && m_scope != m_table.m_top && node.simple) {
                return m_sink.error(node.range,
                                    "annotated name " + quoted(target.id) + " can't be " + (uses & DeclaredGlobal ? "global" : "nonlocal"));
            }
            if (node.simple) define(target.id, Annotated | BoundLocally, target.range);
            else if (node.value) define(target.id, BoundLocally, target.range);
        } else {
            visit(node.target);
        }
        visitAnnotation(node.annotation);
        visit(node.value);
    }

    void visitAnnotation(const Expr* annotation) {
        if (!annotation) return;
        if (m_options.futureAnnotations) enter("_annotation", ScopeKind::Annotation, annotation, annotation->range.line);
        visit(annotation);
        if (m_options.futureAnnotations) leave();
    }

    void visitParameters(const Arguments& args) {
        for (const Arg& arg : args.posonlyargs) define(arg.name, Parameter, arg.range);
        for (const Arg& arg : args.args) define(arg.name, Parameter, arg.range);
        for (const Arg& arg : args.kwonlyargs) define(arg.name, Parameter, arg.range);
        if (args.vararg) {
            define(args.vararg->name, Parameter, args.vararg->range);
            m_scope->hasVarArgs = true;
        }
        if (args.kwarg) {
            define(args.kwarg->name, Parameter, args.kwarg->range);
            m_scope->hasVarKeywords = true;
        }
    }

    void visitAnnotations(const Arguments& args, const Expr* returns) {
        for (const Arg& arg : args.posonlyargs) visitAnnotation(arg.annotation);
        for (const Arg& arg : args.args) visitAnnotation(arg.annotation);
        if (args.vararg) visitAnnotation(args.vararg->annotation);
        if (args.kwarg) visitAnnotation(args.kwarg->annotation);
        for (const Arg& arg : args.kwonlyargs) visitAnnotation(arg.annotation);
        visitAnnotation(returns);
    }

    bool hasKwDefaults(const Arguments& args) const {
        for (const Expr* value : args.kwDefaults)
            if (value) return true;
        return false;
    }

    void visitFunction(const FunctionDef& node) {
        define(node.name, BoundLocally, node.range);
        visit(node.args->defaults);
        visit(node.args->kwDefaults);
        visit(node.decoratorList);
        if (!node.typeParams.empty()) {
            enterTypeParameters(node.name, node.typeParams, node.range);
            define(".defaults", Parameter, node.range); // also where there are none, as in CPython
            if (hasKwDefaults(*node.args)) define(".kwdefaults", Parameter, node.range);
            visitTypeParameters(node.typeParams);
        }
        visitAnnotations(*node.args, node.returns);
        enter(node.name, ScopeKind::Function, &node, node.range.line);
        m_scope->isCoroutine = node.kind == StmtKind::AsyncFunctionDef;
        visitParameters(*node.args);
        visit(node.body);
        leave();
        if (!node.typeParams.empty()) leave();
    }

    void visitClass(const ClassDef& node) {
        const std::string_view outerClass = m_className;
        define(node.name, BoundLocally, node.range);
        visit(node.decoratorList);
        if (!node.typeParams.empty()) {
            enterTypeParameters(node.name, node.typeParams, node.range);
            m_className = node.name;
            m_scope->mangledNames = std::make_shared<std::unordered_set<std::string_view>>();
            for (const std::string_view name : {".type_params", ".generic_base"}) {
                define(name, BoundLocally, node.range);
                define(name, Used, node.range);
            }
            visitTypeParameters(node.typeParams);
        }
        visit(node.bases);
        visitKeywords(node.keywords);
        enter(node.name, ScopeKind::Class, &node, node.range.line);
        m_className = node.name;
        if (!node.typeParams.empty()) {
            define("__type_params__", BoundLocally, node.range);
            define(".type_params", Used, node.range);
        }
        visit(node.body);
        leave();
        if (!node.typeParams.empty()) leave();
        m_className = outerClass;
    }

    void enterTypeParameters(std::string_view name, List<TypeParam> typeParams, const Range& range) {
        const bool isInClass = m_scope->kind == ScopeKind::Class;
        enter(name, ScopeKind::TypeParameters, typeParams.data(), range.line);
        if (isInClass) {
            m_scope->seesClassScope = true;
            define("__classdict__", Used, range);
        }
    }

    void visitTypeParameters(List<TypeParam> typeParams) {
        for (const TypeParam& parameter : typeParams) {
            define(parameter.name, TypeParameter | BoundLocally, parameter.range);
            const bool hasConstraints = parameter.bound && parameter.bound->kind == ExprKind::Tuple;
            visitLazily(parameter.bound, parameter.name, boundKey(parameter), hasConstraints ? "a TypeVar constraint" : "a TypeVar bound");
            visitLazily(parameter.defaultValue, parameter.name, defaultKey(parameter),
                        parameter.kind == TypeParamKind::TypeVar        ? "a TypeVar default"
                        : parameter.kind == TypeParamKind::TypeVarTuple ? "a TypeVarTuple default"
                                                                        : "a ParamSpec default");
        }
    }

    // A bound, default or alias value: a scope of its own, run when it is asked for.
    void visitLazily(const Expr* value, std::string_view name, const void* node, const char* place) {
        if (!value) return;
        const bool seesClass = m_scope->seesClassScope;
        enter(name, ScopeKind::TypeVariable, node, value->range.line);
        m_scope->place = place;
        if (seesClass) {
            m_scope->seesClassScope = true;
            define("__classdict__", Used, value->range);
        }
        visit(value);
        leave();
    }

    void visitTypeAlias(const TypeAlias& node) {
        visit(node.name);
        const std::string_view name = node.name->as<Name>()->id;
        const bool isInClass = m_scope->kind == ScopeKind::Class;
        if (!node.typeParams.empty()) {
            enterTypeParameters(name, node.typeParams, node.range);
            visitTypeParameters(node.typeParams);
        }
        enter(name, ScopeKind::TypeAlias, &node, node.range.line);
        if (isInClass) {
            m_scope->seesClassScope = true;
            define("__classdict__", Used, node.value->range);
        }
        visit(node.value);
        leave();
        if (!node.typeParams.empty()) leave();
    }

    void visitKeywords(List<Keyword> keywords) {
        for (const Keyword& keyword : keywords) visit(keyword.value);
    }

    void visitPattern(const Pattern& pattern) {
        if (m_sink.hasProblem()) return;
        if (++m_depth > maxTreeDepth) {
            m_sink.tooDeep();
            return;
        }
        switch (pattern.kind) {
        case PatternKind::Value: visit(pattern.as<MatchValue>()->value); break;
        case PatternKind::Singleton: break;
        case PatternKind::Sequence:
            for (const Pattern* part : pattern.as<MatchSequence>()->patterns) visitPattern(*part);
            break;
        case PatternKind::Mapping: {
            const auto& node = *pattern.as<MatchMapping>();
            visit(node.keys);
            for (const Pattern* part : node.patterns) visitPattern(*part);
            if (!node.rest.empty()) define(node.rest, BoundLocally, pattern.range);
            break;
        }
        case PatternKind::Class: {
            const auto& node = *pattern.as<MatchClass>();
            visit(node.cls);
            for (const Pattern* part : node.patterns) visitPattern(*part);
            for (const Pattern* part : node.kwdPatterns) visitPattern(*part);
            break;
        }
        case PatternKind::Star:
            if (const std::string_view name = pattern.as<MatchStar>()->name; !name.empty()) define(name, BoundLocally, pattern.range);
            break;
        case PatternKind::As: {
            const auto& node = *pattern.as<MatchAs>();
            if (node.pattern) visitPattern(*node.pattern);
            if (!node.name.empty()) define(node.name, BoundLocally, pattern.range);
            break;
        }
        case PatternKind::Or:
            for (const Pattern* part : pattern.as<MatchOr>()->patterns) visitPattern(*part);
            break;
        }
        --m_depth;
    }

    // ---- expressions ---------------------------------------------------------------------------------------------

    void visitExpression(const Expr& expression) {
        switch (expression.kind) {
        case ExprKind::NamedExpr: return visitNamedExpression(*expression.as<NamedExpr>());
        case ExprKind::BoolOp: return visit(expression.as<BoolOp>()->values);
        case ExprKind::BinOp: visit(expression.as<BinOp>()->left); return visit(expression.as<BinOp>()->right);
        case ExprKind::UnaryOp: return visit(expression.as<UnaryOp>()->operand);
        case ExprKind::Lambda: {
            const auto& node = *expression.as<Lambda>();
            visit(node.args->defaults);
            visit(node.args->kwDefaults);
            enter("lambda", ScopeKind::Function, &node, node.range.line);
            visitParameters(*node.args);
            visit(node.body);
            return leave();
        }
        case ExprKind::IfExp:
            visit(expression.as<IfExp>()->test);
            visit(expression.as<IfExp>()->body);
            return visit(expression.as<IfExp>()->orelse);
        case ExprKind::Dict: visit(expression.as<Dict>()->keys); return visit(expression.as<Dict>()->values);
        case ExprKind::Set: return visit(expression.as<Set>()->elts);
        case ExprKind::ListComp: {
            const auto& node = *expression.as<ListComp>();
            return visitComprehension(node, ComprehensionKind::List, "listcomp", node.generators, node.elt, nullptr);
        }
        case ExprKind::SetComp: {
            const auto& node = *expression.as<SetComp>();
            return visitComprehension(node, ComprehensionKind::Set, "setcomp", node.generators, node.elt, nullptr);
        }
        case ExprKind::GeneratorExp: {
            const auto& node = *expression.as<GeneratorExp>();
            return visitComprehension(node, ComprehensionKind::Generator, "genexpr", node.generators, node.elt, nullptr);
        }
        case ExprKind::DictComp: {
            const auto& node = *expression.as<DictComp>();
            return visitComprehension(node, ComprehensionKind::Dict, "dictcomp", node.generators, node.key, node.value);
        }
        case ExprKind::Yield:
        case ExprKind::YieldFrom: {
            if (!refuseInAnnotation("yield expression", expression)) return;
            visit(expression.kind == ExprKind::Yield ? expression.as<Yield>()->value : expression.as<YieldFrom>()->value);
            m_scope->isGenerator = true;
            if (m_scope->comprehension != ComprehensionKind::None) refuseYieldInComprehension(expression);
            return;
        }
        case ExprKind::Await:
            if (!refuseInAnnotation("await expression", expression)) return;
            visit(expression.as<Await>()->value);
            m_scope->isCoroutine = true;
            return;
        case ExprKind::Compare: visit(expression.as<Compare>()->left); return visit(expression.as<Compare>()->comparators);
        case ExprKind::Call: {
            const auto& node = *expression.as<Call>();
            visit(node.func);
            visit(node.args);
            return visitKeywords(node.keywords);
        }
        case ExprKind::FormattedValue: visit(expression.as<FormattedValue>()->value); return visit(expression.as<FormattedValue>()->formatSpec);
        case ExprKind::JoinedStr: return visit(expression.as<JoinedStr>()->values);
        case ExprKind::Constant: return;
        case ExprKind::Attribute: return visit(expression.as<Attribute>()->value);
        case ExprKind::Starred: return visit(expression.as<Starred>()->value);
        case ExprKind::Subscript: visit(expression.as<Subscript>()->value); return visit(expression.as<Subscript>()->slice);
        case ExprKind::Slice:
            visit(expression.as<Slice>()->lower);
            visit(expression.as<Slice>()->upper);
            return visit(expression.as<Slice>()->step);
        case ExprKind::Name: {
            const auto& node = *expression.as<Name>();
            define(node.id, node.ctx == Context::Load ? Used : BoundLocally, node.range);
            // A call of super() reads __class__ behind the scenes.
            if (node.ctx == Context::Load && m_scope->isFunctionLike() && node.id == "super") define("__class__", Used, node.range);
            return;
        }
        case ExprKind::List: return visit(expression.as<ListExpr>()->elts);
        case ExprKind::Tuple: return visit(expression.as<Tuple>()->elts);
        }
    }

    bool refuseInAnnotation(const char* what, const Expr& expression) {
        const char* place = nullptr;
        switch (m_scope->kind) {
        case ScopeKind::Annotation: place = "an annotation"; break;
        case ScopeKind::TypeVariable: place = m_scope->place; break;
        case ScopeKind::TypeAlias: place = "a type alias"; break;
        case ScopeKind::TypeParameters: place = "the definition of a generic"; break;
        default: return true;
        }
        m_sink.error(expression.range, std::string(what) + " cannot be used within " + place);
        return false;
    }

    void refuseYieldInComprehension(const Expr& expression) {
        const char* kind = "generator expression";
        switch (m_scope->comprehension) {
        case ComprehensionKind::List: kind = "list comprehension"; break;
        case ComprehensionKind::Set: kind = "set comprehension"; break;
        case ComprehensionKind::Dict: kind = "dict comprehension"; break;
        default: break;
        }
        m_sink.error(expression.range, std::string("'yield' inside ") + kind);
    }

    void visitNamedExpression(const NamedExpr& node) {
        if (!refuseInAnnotation("named expression", node)) return;
        if (m_scope->comprehensionIterDepth > 0)
            return m_sink.error(node.range, "assignment expression cannot be used in a comprehension iterable expression");
        if (m_scope->comprehension != ComprehensionKind::None) bindOutsideComprehension(*node.target->as<Name>());
        visit(node.value);
        visit(node.target);
    }

    // `:=` in a comprehension binds in the nearest scope that is none.
    void bindOutsideComprehension(const Name& target) {
        for (size_t i = m_stack.size(); i-- > 0;) {
            Scope& scope = *m_stack[i];
            const uint32_t uses = scope.usesOf(mangledNameIn(scope, m_className, target.id, m_arena));
            if (scope.comprehension != ComprehensionKind::None) {
                if ((uses & ComprehensionVariable) && (uses & (BoundLocally | DeclaredGlobal | DeclaredNonlocal)))
                    return m_sink.error(target.range, "assignment expression cannot rebind comprehension iteration variable " + quoted(target.id));
                continue;
            }
            switch (scope.kind) {
            case ScopeKind::Function:
                define(target.id, uses & DeclaredGlobal ? DeclaredGlobal : DeclaredNonlocal, target.range);
                direct(target.id, target.range);
                return defineIn(scope, target.id, BoundLocally, target.range);
            case ScopeKind::Module:
                define(target.id, DeclaredGlobal, target.range);
                direct(target.id, target.range);
                return defineIn(scope, target.id, DeclaredGlobal, target.range);
            case ScopeKind::Class: return m_sink.error(target.range, "assignment expression within a comprehension cannot be used in a class body");
            case ScopeKind::TypeVariable:
                return m_sink.error(target.range, "assignment expression within a comprehension cannot be used in a TypeVar bound");
            case ScopeKind::TypeAlias:
                return m_sink.error(target.range, "assignment expression within a comprehension cannot be used in a type alias");
            case ScopeKind::TypeParameters:
                return m_sink.error(target.range, "assignment expression within a comprehension cannot be used within "
                                                  "the definition of a generic");
            case ScopeKind::Annotation: continue;
            }
        }
    }

    void visitComprehension(const Expr& node, ComprehensionKind kind, std::string_view name, List<Comprehension> generators, const Expr* element,
                            const Expr* value) {
        const Comprehension& outermost = generators[0];
        ++m_scope->comprehensionIterDepth; // the first iterable belongs to the scope around
        visit(outermost.iter);
        --m_scope->comprehensionIterDepth;

        enter(name, ScopeKind::Function, &node, node.range.line);
        m_scope->comprehension = kind;
        if (outermost.isAsync) m_scope->isCoroutine = true;
        define(".0", Parameter, node.range);
        visitTarget(outermost.target);
        visit(outermost.ifs);
        for (const Comprehension& inner : generators.subspan(1)) {
            visitTarget(inner.target);
            ++m_scope->comprehensionIterDepth;
            visit(inner.iter);
            --m_scope->comprehensionIterDepth;
            visit(inner.ifs);
            if (inner.isAsync) m_scope->isCoroutine = true;
        }
        visit(value);
        visit(element);
        m_scope->isGenerator = kind == ComprehensionKind::Generator;
        const bool isAsync = m_scope->isCoroutine && !m_scope->isGenerator;
        leave();
        if (isAsync) m_scope->isCoroutine = true;
    }

    void visitTarget(const Expr* target) {
        m_scope->isComprehensionTarget = true;
        visit(target);
        m_scope->isComprehensionTarget = false;
    }

    Arena& m_arena;
    const ScopeOptions& m_options;
    ProblemSink& m_sink;
    ScopeTable m_table;
    std::vector<Scope*> m_stack;
    Scope* m_scope = nullptr;
    std::string_view m_className; // of the class body around, for mangling
    std::unordered_map<const Scope*, std::vector<ScopeDirective>> m_directives;
    int m_depth = 0;
};

ScopeTable buildScopes(const Module& module, Arena& arena, const ScopeOptions& options, ProblemSink& sink) {
    return ScopeBuilder(arena, options, sink).build(&module, nullptr);
}

ScopeTable buildScopes(const Expr& expression, Arena& arena, const ScopeOptions& options, ProblemSink& sink) {
    return ScopeBuilder(arena, options, sink).build(nullptr, &expression);
}

}
