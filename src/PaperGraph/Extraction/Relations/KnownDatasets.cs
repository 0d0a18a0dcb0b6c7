using System.Collections.Frozen;

namespace PaperGraph.Extraction.Relations;

/// <summary>Keys of datasets and benchmarks that papers name without saying what they are, and of names that look like datasets and are none.</summary>
internal static class KnownDatasets
{
    private static readonly FrozenSet<string> s_first = FrozenSet.ToFrozenSet(
    [
        "imagenet", "tinyimagenet", "miniimagenet", "tieredimagenet", "cifar", "cifar10", "cifar100", "mnist", "fashionmnist", "svhn", "coco", "mscoco", "cityscapes", "kitti", "ade20k", "pascal", "voc", "shapenet", "modelnet", "modelnet40", "scannet",
        "nuscenes", "waymo", "semantickitti", "glue", "superglue", "squad", "mmlu", "gsm8k", "humaneval", "mbpp", "hellaswag", "winogrande", "arc", "boolq", "piqa", "truthfulqa", "bbh", "longbench", "ruler", "wikitext", "wikitext103",
        "c4", "pile", "redpajama", "lambada", "librispeech", "commonvoice", "voxceleb", "audioset", "esc", "gtzan", "wmt", "wmt14", "iwslt", "conll", "ontonotes", "snli", "multinli", "mnli", "qnli", "sst", "imdb", "yelp", "hotpotqa", "triviaqa", "nq",
        "msmarco", "beir", "trec", "movielens", "gowalla", "criteo", "cora", "citeseer", "pubmed", "ogb", "ogbn", "zinc", "qm9", "reddit", "celeba", "celebahq", "ffhq", "lsun", "laion", "flickr30k", "vqav2", "gqa", "okvqa", "textvqa", "docvqa", "scienceqa",
        "kinetics", "ucf101", "hmdb51", "activitynet", "charades", "ssv2", "davis", "youtubevos", "mot17", "mot20", "lvis", "objects365", "omniglot", "cub", "imagenetc", "imagenetr", "imageneta", "domainnet", "officehome", "market1501", "dukemtmc", "atari",
        "mujoco", "d4rl", "metaworld", "minigrid", "procgen", "alfworld", "webarena", "swebench", "linemod", "ycbv", "dvsgesture", "cifar10dvs", "ncaltech101", "nasbench201", "nasbench101", "natsbench", "inat", "inaturalist", "places365", "sun397", "caltech101",
        "bbq", "crowdpose", "mpii", "human36m", "h36m", "3dpw", "nyuv2", "tum", "euroc", "oxford5k", "paris6k", "sintel", "flyingchairs", "middlebury", "dtu", "mmmu", "mmbench", "mathvista", "math", "aime", "livecodebench", "gpqa", "ifeval", "alpacaeval", "mtbench",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_models = FrozenSet.ToFrozenSet(
    [
        "llama", "gpt", "chatgpt", "bert", "roberta", "t5", "opt", "bloom", "mistral", "mixtral", "qwen", "gemma", "phi", "vicuna", "alpaca", "falcon", "resnet", "vgg", "vit", "deit", "swin", "mobilenet", "efficientnet", "densenet", "inception", "alexnet", "unet", "yolo",
        "clip", "blip", "llava", "sam", "dino", "mamba", "rwkv", "transformer", "lstm", "gru", "cnn", "rnn", "gnn", "gan", "vae", "mlp", "nerf", "sdxl", "sd", "gemini", "claude", "deepseek", "pythia", "gcn", "gat", "graphsage", "albert", "electra", "bart", "stylegan",
        "gpu", "cpu", "tpu", "fpga", "nvidia", "a100", "v100", "h100", "rtx", "jetson", "arm", "intel", "amd", "ios", "android", "iphone", "pixel", "raspberry", "cortex", "ur5", "franka", "panda", "pr2", "github", "arxiv", "pytorch", "tensorflow", "python", "cuda", "huggingface",
        "llm", "llms", "plms", "nlp", "rl", "nas", "ai", "ood", "map", "sota", "2d", "3d", "4d", "rgb", "rgbd", "int8", "int4", "fp16", "fp8", "bf16", "psnr", "ssim", "fid", "bleu", "rouge", "wer", "auc", "miou", "iou", "ap", "map50", "f1", "flops", "mse", "mae", "uav", "ros",
        "vlm", "vlms", "lvlm", "mllm", "mllms", "snn", "snns", "dnn", "dnns", "cnns", "gnns", "rnns", "gans", "mlps", "ssms", "ssm", "transformers", "vits", "lora", "moe", "peft", "gpus", "cpus", "bitnet", "english", "chinese", "german", "french", "spanish", "arabic", "hindi", "japanese", "korean", "russian", "italian", "portuguese", "czech", "turkish",
    ], StringComparer.Ordinal);

    /// <summary>Whether the name, or its first part, is a dataset's.</summary>
    public static bool IsDataset(ReadOnlySpan<char> name) => Contains(s_first, name);

    /// <summary>A model, a machine, a measure, a field: never a dataset, whatever stands around it.</summary>
    public static bool IsOther(ReadOnlySpan<char> name) => Contains(s_models, name);

    private static bool Contains(FrozenSet<string> names, ReadOnlySpan<char> name)
    {
        Span<char> folded = stackalloc char[32];
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        int length = 0;
        foreach (char character in name)
        {
            if (!char.IsLetterOrDigit(character))
            {
                if (length > 1 && (lookup.Contains(folded[..length]) || lookup.Contains(folded[..length].TrimEnd("0123456789"))))
                {
                    return true;
                }

                continue;
            }

            if (length == folded.Length)
            {
                return false;
            }

            folded[length++] = char.ToLowerInvariant(character);
        }

        if (length > 1 && lookup.Contains(folded[..length]))
        {
            return true;
        }

        if (length > 3 && folded[length - 1] == 's' && lookup.Contains(folded[..(length - 1)]))
        {
            return true;
        }

        // LLaMA2, MobileNetV3, CIFAR10: the letters before the number.
        while (length > 0 && char.IsAsciiDigit(folded[length - 1]))
        {
            length--;
        }

        return length > 1 && (lookup.Contains(folded[..length]) || (length > 3 && folded[length - 1] == 'v' && lookup.Contains(folded[..(length - 1)])));
    }
}
