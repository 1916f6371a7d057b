#pragma once
#include "diagnostics/diagnostic.h"
#include "render/file_view.h"
#include "render/ink.h"

namespace zoomc {

// One finding as people read it: the message, the excerpt with carets and labels, the notes.
void print_finding(Ink& ink, const FileView& view, const Diagnostic& finding);

}  // namespace zoomc
