// SPDX-License-Identifier: GPL-3.0-or-later

// Functions, classes, type parameters and type aliases.

#include <algorithm>

#include "core/python/compiler/emitter.h"
#include "core/python/compiler/unparse.h"

namespace memtape {

using namespace ast;

void Emitter::emitDecoratorCalls(List<Expr*> decorators) {
    for (size_t i = decorators.size(); i-- > 0;) add(at(decorators[i]), Opcode::Call, 0);
}

void Emitter::checkParameters(const Arguments& args) {
    for (const Arg& arg : args.posonlyargs) checkBinding(at(&arg), arg.name, Context::Store);
    for (const Arg& arg : args.args) checkBinding(at(&arg), arg.name, Context::Store);
    if (args.vararg) checkBinding(at(args.vararg), args.vararg->name, Context::Store);
    for (const Arg& arg : args.kwonlyargs) checkBinding(at(&arg), arg.name, Context::Store);
    if (args.kwarg) checkBinding(at(args.kwarg), args.kwarg->name, Context::Store);
}

uint32_t Emitter::emitDefaults(const Position& position, const Arguments& args) {
    uint32_t parts = 0;
    if (!args.defaults.empty()) {
        emitAll(args.defaults);
        add(position, Opcode::BuildTuple, static_cast<int>(args.defaults.size()));
        parts |= FunctionDefaults;
    }
    memtape::Constant keys;
    keys.kind = memtape::Constant::Kind::Tuple;
    for (size_t i = 0; i < args.kwonlyargs.size(); ++i) {
        if (!args.kwDefaults[i]) continue;
        keys.items.push_back(stringConstant(mangled(args.kwonlyargs[i].name)));
        emit(args.kwDefaults[i]);
    }
    if (!keys.items.empty()) {
        const int count = static_cast<int>(keys.items.size());
        addConstant(position, std::move(keys));
        add(position, Opcode::BuildConstKeyMap, count);
        parts |= FunctionKwDefaults;
    }
    return parts;
}

void Emitter::emitAnnotationText(const Expr& annotation) { addString(at(&annotation), unparsed(annotation)); }

void Emitter::emitAnnotation(std::string_view name, const Expr* annotation, const Position& position, int& count) {
    if (!annotation) return;
    addString(position, mangled(name));
    if (m_futureFlags & CodeFlag::FutureAnnotations) {
        emitAnnotationText(*annotation);
    } else if (annotation->kind == ExprKind::Starred) { // *args: *Ts
        emit(annotation->as<Starred>()->value);
        add(position, Opcode::UnpackSequence, 1);
    } else {
        emit(annotation);
    }
    count += 2;
}

bool Emitter::emitAnnotations(const Position& position, const Arguments& args, const Expr* returns) {
    int count = 0;
    for (const Arg& arg : args.args) emitAnnotation(arg.name, arg.annotation, position, count);
    for (const Arg& arg : args.posonlyargs) emitAnnotation(arg.name, arg.annotation, position, count);
    if (args.vararg) emitAnnotation(args.vararg->name, args.vararg->annotation, position, count);
    for (const Arg& arg : args.kwonlyargs) emitAnnotation(arg.name, arg.annotation, position, count);
    if (args.kwarg) emitAnnotation(args.kwarg->name, args.kwarg->annotation, position, count);
    emitAnnotation("return", returns, position, count);
    if (count == 0) return false;
    add(position, Opcode::BuildTuple, count);
    return true;
}

void Emitter::setParameterCounts(const Arguments& args) {
    m_unit->argCount = static_cast<uint32_t>(args.args.size());
    m_unit->posOnlyArgCount = static_cast<uint32_t>(args.posonlyargs.size());
    m_unit->kwOnlyArgCount = static_cast<uint32_t>(args.kwonlyargs.size());
}

// A generator's or coroutine's whole body lies under a handler that makes a StopIteration a RuntimeError.
void Emitter::wrapInStopIterationHandler() {
    const Label handler = newLabel();
    m_unit->sequence.insertFirst({Opcode::SetupCleanup, handler.id, noPosition});
    addNone(noPosition);
    add(noPosition, Opcode::ReturnValue);
    use(handler);
    add(noPosition, Opcode::CallIntrinsic1, IntrinsicStopIterationError);
    add(noPosition, Opcode::Reraise, 1);
}

namespace {

std::string_view genericName(std::string_view name, Arena& arena) { return arena.string("<generic parameters of " + std::string(name) + ">"); }

}

void Emitter::emitFunction(const FunctionDef& node) {
    const Position position = at(&node);
    checkParameters(*node.args);
    emitAll(node.decoratorList);
    const int firstLine = node.decoratorList.empty() ? node.range.line : node.decoratorList[0]->range.line;
    const bool isGeneric = !node.typeParams.empty();
    uint32_t parts = emitDefaults(position, *node.args);
    const int passed = ((parts & FunctionDefaults) ? 1 : 0) + ((parts & FunctionKwDefaults) ? 1 : 0);
    if (isGeneric) {
        // The defaults are evaluated here, and handed to the scope of the type parameters as arguments.
        if (passed == 2) add(position, Opcode::Swap, 2);
        enterUnit(genericName(node.name, m_arena), UnitKind::TypeParameters, node.typeParams.data(), firstLine);
        emitTypeParameters(node.typeParams);
        for (int i = 0; i < passed; ++i) add(position, Opcode::LoadFast, i);
    }
    if (emitAnnotations(position, *node.args, node.returns)) parts |= FunctionAnnotations;
    emitFunctionBody(node, parts, firstLine);
    if (isGeneric) {
        add(position, Opcode::Swap, 2);
        add(position, Opcode::CallIntrinsic2, IntrinsicSetFunctionTypeParams);
        m_unit->argCount = static_cast<uint32_t>(passed);
        auto code = leaveUnit(false);
        emitClosure(position, std::move(code), 0);
        if (passed > 0) {
            add(position, Opcode::Swap, passed + 1);
            add(position, Opcode::Call, passed - 1);
        } else {
            add(position, Opcode::PushNull);
            add(position, Opcode::Call, 0);
        }
    }
    emitDecoratorCalls(node.decoratorList);
    emitName(position, node.name, Context::Store);
}

void Emitter::emitFunctionBody(const FunctionDef& node, uint32_t parts, int firstLine) {
    const UnitKind kind = node.kind == StmtKind::AsyncFunctionDef ? UnitKind::AsyncFunction : UnitKind::Function;
    enterUnit(node.name, kind, &node, firstLine);
    List<Stmt*> body = node.body;
    memtape::Constant first; // the docstring, or None
    if (const memtape::Constant* docstring = docstringOf(body)) {
        if (m_optimize < 2) first = stringConstant(cleanedDocstring(docstring->text));
        body = body.subspan(1);
    }
    m_unit->constants.add(std::move(first));
    setParameterCounts(*node.args);
    const bool isGenerator = m_unit->scope->isCoroutine || m_unit->scope->isGenerator;
    if (isGenerator) {
        const Label start = newLabel();
        use(start);
        pushBlock({FrameBlock::Kind::StopIteration, start, {}, noPosition, {}, {}});
    }
    emit(body);
    if (isGenerator) {
        wrapInStopIterationHandler();
        popBlock();
    }
    auto code = leaveUnit(true);
    emitClosure(at(&node), std::move(code), parts);
}

void Emitter::emitLambda(const Lambda& node) {
    const Position position = at(&node);
    checkParameters(*node.args);
    const uint32_t parts = emitDefaults(position, *node.args);
    enterUnit("<lambda>", UnitKind::Lambda, &node, node.range.line);
    m_unit->constants.add(memtape::Constant{}); // a lambda has no docstring
    setParameterCounts(*node.args);
    emit(node.body);
    const bool isGenerator = m_unit->scope->isGenerator;
    if (!isGenerator) add(at(node.body), Opcode::ReturnValue);
    auto code = leaveUnit(!isGenerator);
    emitClosure(position, std::move(code), parts);
}

void Emitter::emitClass(const ClassDef& node) {
    const Position position = at(&node);
    emitAll(node.decoratorList);
    const int firstLine = node.decoratorList.empty() ? node.range.line : node.decoratorList[0]->range.line;
    const bool isGeneric = !node.typeParams.empty();
    if (isGeneric) {
        enterUnit(genericName(node.name, m_arena), UnitKind::TypeParameters, node.typeParams.data(), firstLine);
        m_unit->className = node.name;
        emitTypeParameters(node.typeParams);
        emitName(position, ".type_params", Context::Store);
    }
    emitClassBody(node, firstLine);
    if (isGeneric) {
        emitName(position, ".type_params", Context::Load);
        add(position, Opcode::CallIntrinsic1, IntrinsicSubscriptGeneric);
        emitName(position, ".generic_base", Context::Store);
        emitArgumentsAndCall(position, 2, node.bases, ".generic_base", node.keywords);
        auto code = leaveUnit(false);
        emitClosure(position, std::move(code), 0);
        add(position, Opcode::PushNull);
        add(position, Opcode::Call, 0);
    } else {
        emitArgumentsAndCall(position, 2, node.bases, {}, node.keywords);
    }
    emitDecoratorCalls(node.decoratorList);
    emitName(position, node.name, Context::Store);
}

// Leaves [__build_class__ empty body-function name].
void Emitter::emitClassBody(const ClassDef& node, int firstLine) {
    enterUnit(node.name, UnitKind::Class, &node, firstLine);
    m_unit->className = node.name;
    const Position start{firstLine, firstLine, 0, 0};
    emitName(start, "__name__", Context::Load);
    emitName(start, "__module__", Context::Store);
    addString(start, m_unit->qualname);
    emitName(start, "__qualname__", Context::Store);
    addConstant(start, intConstant(firstLine));
    emitName(start, "__firstlineno__", Context::Store);
    if (!node.typeParams.empty()) {
        emitName(start, ".type_params", Context::Load);
        emitName(start, "__type_params__", Context::Store);
    }
    if (m_unit->scope->needsClassDict) {
        add(start, Opcode::LoadLocals);
        add(start, Opcode::StoreDeref, m_unit->cells.find("__classdict__"));
    }
    emitBody(start, node.body);

    memtape::Constant attributes;
    attributes.kind = memtape::Constant::Kind::Tuple;
    std::sort(m_unit->staticAttributes.begin(), m_unit->staticAttributes.end());
    for (const std::string_view name : m_unit->staticAttributes) attributes.items.push_back(stringConstant(name));
    addConstant(noPosition, std::move(attributes));
    emitName(noPosition, "__static_attributes__", Context::Store);
    if (m_unit->scope->needsClassDict) {
        add(noPosition, Opcode::LoadClosure, m_unit->cells.find("__classdict__"));
        emitName(noPosition, "__classdictcell__", Context::Store);
    }
    if (m_unit->scope->needsClassClosure) {
        add(noPosition, Opcode::LoadClosure, m_unit->cells.find("__class__"));
        add(noPosition, Opcode::Copy, 1);
        emitName(noPosition, "__classcell__", Context::Store);
    } else {
        addNone(noPosition);
    }
    add(noPosition, Opcode::ReturnValue);
    auto code = leaveUnit(true);

    const Position position = at(&node);
    add(position, Opcode::LoadBuildClass);
    add(position, Opcode::PushNull);
    emitClosure(position, std::move(code), 0);
    addString(position, node.name);
}

// A function that computes a bound, default or alias value when it is asked for.
void Emitter::emitLazily(const Expr& value, std::string_view name, const void* node, bool allowsStarred) {
    const Position position = at(&value);
    enterUnit(name, UnitKind::TypeParameters, node, value.range.line);
    if (allowsStarred && value.kind == ExprKind::Starred) {
        emit(value.as<Starred>()->value);
        add(position, Opcode::UnpackSequence, 1);
    } else {
        emit(&value);
    }
    add(position, Opcode::ReturnValue);
    auto code = leaveUnit(true);
    emitClosure(position, std::move(code), 0);
}

void Emitter::emitTypeParameters(List<TypeParam> typeParams) {
    bool hasDefault = false;
    for (const TypeParam& parameter : typeParams) {
        const Position position = at(&parameter);
        addString(position, parameter.name);
        switch (parameter.kind) {
        case TypeParamKind::TypeVar:
            if (parameter.bound) {
                emitLazily(*parameter.bound, parameter.name, boundKey(parameter), false);
                add(position, Opcode::CallIntrinsic2,
                    parameter.bound->kind == ExprKind::Tuple ? IntrinsicTypeVarWithConstraints : IntrinsicTypeVarWithBound);
            } else {
                add(position, Opcode::CallIntrinsic1, IntrinsicTypeVar);
            }
            break;
        case TypeParamKind::TypeVarTuple: add(position, Opcode::CallIntrinsic1, IntrinsicTypeVarTuple); break;
        case TypeParamKind::ParamSpec: add(position, Opcode::CallIntrinsic1, IntrinsicParamSpec); break;
        }
        if (parameter.defaultValue) {
            hasDefault = true;
            emitLazily(*parameter.defaultValue, parameter.name, defaultKey(parameter), parameter.kind == TypeParamKind::TypeVarTuple);
            add(position, Opcode::CallIntrinsic2, IntrinsicSetTypeParamDefault);
        } else if (hasDefault) {
            error(position, "non-default type parameter '" + std::string(parameter.name) + "' follows default type parameter");
        }
        add(position, Opcode::Copy, 1);
        emitName(position, parameter.name, Context::Store);
    }
    add(at(&typeParams[0]), Opcode::BuildTuple, static_cast<int>(typeParams.size()));
}

void Emitter::emitTypeAlias(const TypeAlias& node) {
    const Position position = at(&node);
    const bool isGeneric = !node.typeParams.empty();
    const std::string_view name = node.name->as<Name>()->id;
    if (isGeneric) {
        enterUnit(genericName(name, m_arena), UnitKind::TypeParameters, node.typeParams.data(), node.range.line);
        addString(position, name);
        emitTypeParameters(node.typeParams);
    } else {
        addString(position, name);
        addNone(position);
    }
    enterUnit(name, UnitKind::Function, &node, node.range.line);
    m_unit->constants.add(memtape::Constant{});
    emit(node.value);
    add(position, Opcode::ReturnValue);
    auto body = leaveUnit(false);
    emitClosure(position, std::move(body), 0);
    add(position, Opcode::BuildTuple, 3);
    add(position, Opcode::CallIntrinsic1, IntrinsicTypeAlias);
    if (isGeneric) {
        auto code = leaveUnit(false);
        emitClosure(position, std::move(code), 0);
        add(position, Opcode::PushNull);
        add(position, Opcode::Call, 0);
    }
    emitName(position, name, Context::Store);
}

}
