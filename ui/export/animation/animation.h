// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Steps as a film: pictures of one size, each shown for a while, and what moves between two of them (ui/scene/step_motion.h) in some more. The same run,
// options and version give the same bytes.

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <vector>

namespace memtape {

class AnimationWriter;
class Run;
struct ExportOptions;
struct RunPlan;

// Draws the steps, of which there are some, into `writer`. Empty: `error` says why.
QByteArray animate(AnimationWriter& writer, Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan,
                   QString* error);

// The files of each format, for its row in the table of formats.
QByteArray webpAnimation(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, QString* error);
QByteArray gifAnimation(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, QString* error);
QByteArray apngAnimation(Run& run, const std::vector<uint64_t>& steps, const ExportOptions& options, const RunPlan& plan, QString* error);

}
