#!/bin/bash
#SBATCH --job-name=vanban
#SBATCH --array=1-4
#SBATCH --cpus-per-task=8
#SBATCH --mem-per-cpu=1G
#SBATCH --time=01:00:00
#
# Xuất các văn bản trong thư mục VAN_BAN, mỗi việc của mảng một phần, kết quả vào thư mục KET_QUA:
#   sbatch --export=ALL,VAN_BAN=van-ban,KET_QUA=ket-qua slurm.sh
# Bị ngắt giữa chừng thì gọi lại đúng lệnh đó: phần đã xuất được giữ nguyên. Chỉ gọi lại một phần thì
# phải nói có tất cả mấy phần:
#   sbatch --array=3 --export=ALL,VAN_BAN=van-ban,KET_QUA=ket-qua,SO_PHAN=4 slurm.sh
# Phần có văn bản lỗi kết thúc với mã 1 (Slurm ghi FAILED); các văn bản khác của nó vẫn được xuất.
set -euo pipefail
if [ -z "${SO_PHAN:-}" ] \
    && [ "${SLURM_ARRAY_TASK_MIN:-1}-${SLURM_ARRAY_TASK_MAX:-$SLURM_ARRAY_TASK_COUNT}" \
        != "1-$SLURM_ARRAY_TASK_COUNT" ]
then
    echo "mảng này không phải 1-N: thêm SO_PHAN=N vào --export (N là tổng số phần)" >&2
    exit 2
fi
mkdir -p "$KET_QUA"
exec vanban build "$VAN_BAN" \
    --out-dir "$KET_QUA" \
    --shard "$SLURM_ARRAY_TASK_ID/${SO_PHAN:-$SLURM_ARRAY_TASK_COUNT}" \
    --jobs "${SLURM_CPUS_PER_TASK:-1}" \
    --if-changed \
    --report "$KET_QUA/bao-cao-$SLURM_ARRAY_TASK_ID.jsonl"
