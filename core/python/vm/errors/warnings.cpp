// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/vm/errors/warnings.h"

#include "core/python/objects/containers/dict_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/int_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_object.h"
#include "core/python/vm/errors/traceback_text.h"
#include "core/python/vm/program/compile_source.h"

namespace memtape {

namespace {

// What the `warnings` module prints, without the module.
bool writeWarning(const char* category, const std::string& message, const std::string& file, int line) {
    std::string text = file + ":" + std::to_string(line) + ": " + category + ": " + message + "\n";
    std::string shown = rememberedLine(file, line);
    size_t begin = shown.find_first_not_of(" \t\f"), end = shown.find_last_not_of(" \t\f\r\n");
    if (begin != std::string::npos) text += "  " + shown.substr(begin, end + 1 - begin) + "\n";
    Object* stream = dictFindText(interpreter.sysDict, "stderr");
    if (!stream || isNone(stream)) return true;
    Held<> keep(newRef(stream)), written(newStr(text));
    if (!written) return false;
    Ref<> done = callMethod(stream, names::write, written);
    return bool(done);
}

bool warnExplicit(Type* category, const std::string& message, const std::string& file, int line) {
    Object* module = dictFindText(interpreter.modules, "warnings");
    if (!module || isNone(module)) return writeWarning(category->name, message, file, line);
    Held<> keep(newRef(module)), text(newStr(message)), path(newStr(file)), number(newInt(line)), name(newStr("warn_explicit"));
    if (!text || !path || !number || !name) return false;
    Held<> function(getAttr(module, name));
    if (!function) return false;
    Object* args[] = {text, category, path, number};
    Ref<> done = call(function, Args{args, 4, nullptr});
    return bool(done);
}

}

bool warnOfSyntax(const SourceFile& source, const SyntaxWarning& warning) {
    if (warnExplicit(exc::SyntaxWarning, warning.message, source.name(), warning.line)) return true;
    if (!errorMatches(exc::SyntaxWarning)) return false;
    clearError();
    SyntaxProblem problem;
    problem.message = warning.message;
    problem.file = source.name();
    problem.line = warning.line;
    problem.endLine = warning.endLine;
    problem.column = warning.column;
    problem.endColumn = warning.endColumn;
    bool isText = source.origin() == SourceFile::Origin::Text;
    problem.hasText = !isText || !warning.isOfCompiler;
    if (problem.hasText) problem.text = std::string(source.line(warning.line));
    if (isText && source.hasAddedLineEnd() && warning.line == source.lineCount() && !problem.text.empty()) problem.text.pop_back();
    return raiseSyntaxProblem(problem);
}

}
