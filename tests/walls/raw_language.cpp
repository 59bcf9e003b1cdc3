// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/walls/raw_language.h"

#include "core/session/language.h"

namespace memtape::test {

namespace {

class RawLanguage final : public Language {
public:
    std::string_view tag() const override { return "raw"; }
    std::string_view name() const override { return "Raw"; }
    std::vector<std::string_view> fileEndings() const override { return {".raw"}; }
    size_t stackBytes() const override { return 1024 * 1024; }
    RunOutcome run(const RunRequest&, Recorder*) override {
        RunOutcome outcome;
        outcome.exitStatus = program();
        return outcome;
    }
    void stop() override {}
    bool interrupt() override { return false; }
    void publishSoon() override {}
    std::function<int()> program;
};

}

void setRawProgram(std::function<int()> program) {
    static RawLanguage language;
    registerLanguage(language);
    language.program = std::move(program);
}

}
