"""Many data files in one go: on several processes, on any executor, resumed after an interruption.

`targets.plan` says what is to be built where, `run.Batch` builds it and `run.check_all` checks it with the
workers of `jobs.Jobs`, `manifest.Manifest` remembers what stands whole and from what it was made."""
