"""Times with hyperfine, in rounds with the commands in turn; the peak of memory with GNU time."""
import dataclasses
import json
import os
import pathlib
import shlex
import statistics
import subprocess
import tempfile

DROP_CACHES = "sh -c 'sync; echo 3 > /proc/sys/vm/drop_caches'"


@dataclasses.dataclass
class Sample:
    """Of one command: seconds of wall time a run, mean seconds of processor time a round."""
    wall: list = dataclasses.field(default_factory=list)
    cpu: list = dataclasses.field(default_factory=list)

    def add(self, result):
        self.wall += result["times"]
        self.cpu.append(result["user"] + result["system"])

    def as_json(self):
        return {"wall": statistics.median(self.wall), "wall_min": min(self.wall), "wall_max": max(self.wall),
                "cpu": statistics.median(self.cpu), "runs": len(self.wall)}


def as_words(line):
    return [str(word) for word in line]


def can_drop_caches():
    return os.access("/proc/sys/vm/drop_caches", os.W_OK) and \
        subprocess.run(shlex.split(DROP_CACHES), check=False, capture_output=True).returncode == 0


def hyperfine(line, runs, warmup=0, prepare=None):
    """One call of hyperfine, without a shell in between. What the command's exit code is does not matter here."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        words = ["hyperfine", "--shell=none", "--ignore-failure", "--style=none", f"--runs={runs}",
                 f"--warmup={warmup}", f"--export-json={out.name}"]
        if prepare:
            words.append(f"--prepare={prepare}")
        subprocess.run([*words, shlex.join(as_words(line))], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        return json.load(out)["results"][0]


def in_rounds(lines, rounds, runs, cold=False):
    """A `Sample` of each of the commands `lines`, a dictionary by name.

    `rounds` is a dictionary too: slow commands sit out the later rounds. Each round begins with another command,
    so that what drifts on a noisy machine drifts for all.
    """
    samples = {name: Sample() for name in lines}
    names = list(lines)
    for round_ in range(max(rounds.values())):
        turn = round_ % len(names)
        for name in names[turn:] + names[:turn]:
            if round_ < rounds[name]:
                warmup = 0 if cold else 1 if round_ == 0 or runs > 1 else 0
                samples[name].add(hyperfine(lines[name], runs, warmup, DROP_CACHES if cold else None))
    return {name: sample.as_json() for name, sample in samples.items()}


@dataclasses.dataclass
class OneRun:
    seconds: float
    cpu: float
    peak_kib: int
    exit_code: int
    output: str

    def as_json(self):
        """Like a sample, for commands that run so long that hundredths of a second are enough."""
        return {"wall": self.seconds, "wall_min": self.seconds, "wall_max": self.seconds, "cpu": self.cpu, "runs": 1}


def run_once(line, keep_output=False, cold=False):
    """One run under GNU time, which is small itself: what started a command counts into the peak of its memory."""
    if cold:
        subprocess.run(shlex.split(DROP_CACHES), check=True)
    with tempfile.NamedTemporaryFile("r") as told, tempfile.TemporaryFile("w+") as output:
        stream = output if keep_output else subprocess.DEVNULL
        done = subprocess.run(["/usr/bin/time", "--format=%e %U %S %M", f"--output={told.name}", *as_words(line)],
                              check=False, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream)
        seconds, user, system, peak = pathlib.Path(told.name).read_text().splitlines()[-1].split()
        output.seek(0)
        return OneRun(float(seconds), float(user) + float(system), int(peak), done.returncode, output.read() if keep_output else "")
