using System.Collections.Frozen;

namespace PaperGraph.Extraction.Introductions;

/// <summary>Keys of names and short forms that papers use, compare with and build on, so that "our BERT" and "we present GPU" introduce nothing.</summary>
internal static class KnownNames
{
    private static readonly FrozenSet<string> s_keys = FrozenSet.ToFrozenSet(
    [
        "bert", "gpt", "gpt 2", "gpt 3", "gpt 4", "llama", "llama 2", "t5", "clip", "CLIP", "resnet", "resnet 50", "vgg", "alexnet", "imagenet", "cifar 10", "cifar 100", "mnist", "coco", "kitti", "squad", "glue",
        "lstm", "gru", "cnn", "dnn", "rnn", "gnn", "gcn", "gan", "vae", "mlp", "svm", "nlp", "llm", "lm", "ai", "ml", "rl", "dl", "cv", "gpu", "cpu", "tpu", "fpga", "ros", "slam", "lidar", "imu", "gps", "rgb", "rgbd", "3d", "2d",
        "4d", "6d", "6dof", "2d 3d", "uav", "dof", "api", "sql", "mri", "ct", "eeg", "emg", "icp", "mdp", "pomdp", "pid", "mpc", "kl", "pca", "em", "map", "MAP", "sgd", "adam", "vit", "VIT", "nerf", "yolo", "unet", "ransac", "sota", "qa", "vqa", "ner", "mt", "nmt", "asr",
        "tts", "nas", "kd", "moe", "MOE", "cot", "COT", "rag", "RAG", "lora", "peft", "PEFT", "rlhf", "ssl", "ood", "OOD", "ssm", "ode", "ODE", "pde", "PDE", "usa", "uk", "covid 19", "mujoco", "atari", "python", "pytorch", "tensorflow", "github", "wordnet", "wikipedia", "ios",
        "kv", "ffn", "mamba", "transformer", "diffusion", "vlm", "mllm", "lvlm", "sam", "SAM", "dino", "DINO", "swin", "chatgpt", "cpg", "hri", "rrt", "prm", "gp", "crf", "hmm", "mcmc", "admm", "lasso", "np", "sdp", "lp", "milp", "sat", "SAT", "ctc", "bptt",
    ], StringComparer.Ordinal);

    public static bool Contains(string key) => s_keys.Contains(key);
}
