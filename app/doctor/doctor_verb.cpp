// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor/doctor_verb.h"

#include "app/doctor/finding.h"
#include "app/verbs.h"
#ifdef MEMTAPE_HAS_WINDOW
#include "app/doctor/window/window_checks.h"
#endif

namespace memtape {

namespace {

using doctor::Finding;

constexpr size_t factsAt = 14; // where the facts begin, behind the topic

std::string asText(const Finding& finding) {
    std::string text, head = (finding.problem.empty() ? "  " : "! ") + finding.topic;
    auto addLine = [&](const std::string& line) {
        text += head + std::string(factsAt - head.size(), ' ') + line + "\n";
        head.clear();
    };
    for (const std::string& fact : finding.facts) addLine(fact);
    if (!finding.problem.empty()) addLine("WRONG: " + finding.problem + ".");
    return text;
}

}

int doctorVerb() {
    std::vector<Finding> findings;
#ifdef MEMTAPE_HAS_WINDOW
    const Finding display = doctor::lookAtDisplay(); // in a process of its own, which is made while this one has one thread
#endif
    findings.push_back(doctor::lookAtVersions());
    findings.push_back(doctor::lookAtWalls());
    findings.push_back(doctor::lookAtLibrary());
    findings.push_back(doctor::lookAtRecording());
#ifdef MEMTAPE_HAS_WINDOW
    findings.push_back(display);
    const doctor::Drawing drawing;
    findings.push_back(doctor::lookAtFonts());
    findings.push_back(doctor::lookAtSettings());
#endif
    std::string report;
    size_t wrong = 0;
    for (const Finding& finding : findings) {
        report += asText(finding);
        wrong += !finding.problem.empty();
    }
    report += wrong == 0 ? "\nAll is well.\n" : wrong == 1 ? "\nOne thing is wrong.\n" : "\n" + std::to_string(wrong) + " things are wrong.\n";
    if (!print(doctor::withoutHome(report))) return 3;
    return wrong ? 1 : 0;
}

}
