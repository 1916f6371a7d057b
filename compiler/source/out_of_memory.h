#pragma once

namespace zoomc {

// From now on a thread that gets no memory ends the program with a word on standard error and
// `exit_code`, once no file is half replaced. Nothing is thrown: hardly a caller could go on.
void end_when_out_of_memory(int exit_code);

}  // namespace zoomc
