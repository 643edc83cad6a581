#!/bin/bash
#SBATCH --job-name=vanban
#SBATCH --array=1-4
#SBATCH --cpus-per-task=8
#SBATCH --mem-per-cpu=1G
#SBATCH --time=01:00:00
#
# Lập các văn bản trong thư mục VAN_BAN, mỗi việc của mảng một phần, kết quả vào thư mục KET_QUA:
#   sbatch --export=ALL,VAN_BAN=van-ban,KET_QUA=ket-qua slurm.sh
# Bị ngắt giữa chừng thì gọi lại đúng lệnh ấy: phần đã lập được giữ nguyên.
set -euo pipefail
mkdir -p "$KET_QUA"
exec vanban build "$VAN_BAN" \
    --out-dir "$KET_QUA" \
    --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
    --jobs "${SLURM_CPUS_PER_TASK:-1}" \
    --if-changed \
    --report "$KET_QUA/bao-cao-$SLURM_ARRAY_TASK_ID.jsonl"
