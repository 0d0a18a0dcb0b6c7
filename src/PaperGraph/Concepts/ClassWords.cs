using System.Collections.Frozen;

namespace PaperGraph.Concepts;

/// <summary>Drops the class word after a name: <c>ImageNet dataset</c> is <c>ImageNet</c>, <c>ResNet architecture</c> is <c>ResNet</c>.</summary>
/// <remarks>
/// <c>VQA dataset</c> keeps it, since the name before is a task's, and <c>ImageNet model</c> and <c>ReLU network</c>, since those are other things than
/// ImageNet and ReLU. A plain word is no name: <c>search space</c>, <c>Markov model</c>.
/// </remarks>
internal static class ClassWords
{
    private static readonly FrozenSet<string> s_ofData = FrozenSet.ToFrozenSet(["dataset", "benchmark", "corpus", "database", "challenge", "testset"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_ofSystems = FrozenSet.ToFrozenSet(["model", "architecture", "algorithm", "framework", "simulator", "toolkit", "library", "optimizer"], StringComparer.Ordinal);

    /// <summary>Short forms of tasks, fields and sorts of data: a dataset or model of these is not these.</summary>
    private static readonly FrozenSet<string> s_fields = FrozenSet.ToFrozenSet(
    [
        "ai", "ml", "dl", "nlp", "nlu", "nlg", "cv", "rl", "drl", "marl", "mbrl", "irl", "qa", "vqa", "vln", "ner", "asr", "tts", "mt", "nmt", "smt", "ocr", "slam", "vslam", "vo", "vio", "sfm", "mvs",
        "reid", "hri", "hpo", "nas", "xai", "ssl", "fsl", "zsl", "uda", "da", "dg", "cl", "cil", "fl", "mtl", "il", "kd", "ood", "kg", "kgc", "kgqa", "kbqa", "mrc", "rc", "re", "ie", "ir", "iqa", "vos",
        "vot", "mot", "hoi", "har", "lidar", "radar", "imu", "gps", "rgb", "rgbd", "eeg", "ecg", "emg", "mri", "fmri", "ct", "pet", "oct", "ehr", "cad", "uav", "gpu", "cpu", "ui", "gui", "api", "sql",
        "pde", "ode", "sde", "mdp", "pomdp", "sat", "csp", "lp", "sdp", "milp", "mil", "erm", "ot", "vi", "em", "map", "mle", "icl", "rlhf", "sft", "peft", "rag", "cot", "gec", "sts", "nli", "absa", "avsr", "wsd",
        "srl", "amr", "pos", "ctr", "ate", "poi", "iot", "vr", "ar", "it", "us", "uk", "eu", "un", "pac", "dp", "ldp", "sota", "relu", "gelu", "elu", "tsp", "vrp", "bo",
    ], StringComparer.Ordinal);

    /// <summary>Short forms of sorts of models and methods: data for these are not these.</summary>
    private static readonly FrozenSet<string> s_modelSorts = FrozenSet.ToFrozenSet(
    [
        "llm", "plm", "vlm", "mllm", "lmm", "slm", "mlm", "lvlm", "gnn", "gcn", "gat", "cnn", "dcnn", "rnn", "lstm", "gru", "dnn", "snn", "ann", "bnn", "mlp", "vit", "gan", "vae", "dqn", "svm", "crf", "hmm", "gmm", "moe",
        "ssm", "rbm", "dbn", "pca", "ica", "knn", "kan", "automl", "mab", "mwp", "nerf", "gp", "mcmc", "sgd", "ppo", "mcts", "bert", "gpt",
    ], StringComparer.Ordinal);

    /// <summary>Names of data: a model or an algorithm of that name is another thing. They are names in small letters too.</summary>
    private static readonly FrozenSet<string> s_datasets = FrozenSet.ToFrozenSet(
    [
        "imagenet", "mnist", "cifar", "coco", "mscoco", "kitti", "cityscapes", "squad", "glue", "superglue", "wikitext", "librispeech", "voxceleb", "shapenet", "modelnet", "scannet", "celeba", "omniglot",
        "svhn", "tinyimagenet", "miniimagenet", "fashionmnist", "nuscenes", "semantickitti", "audioset", "hotpotqa", "triviaqa", "mmlu", "gsm8k", "humaneval", "flickr30k", "movielens", "imdb", "ucf101", "conll", "ontonotes",
        "multinli", "snli", "laion", "webtext", "openwebtext", "wikipedia", "kinetics", "activitynet", "msmarco", "thumos", "pascalvoc", "openimage", "mujoco", "atari", "nerf", "relu", "gelu",
    ], StringComparer.Ordinal);

    /// <summary>Whether there are names after which this word is dropped.</summary>
    public static bool IsClass(string word) => s_ofData.Contains(word) || s_ofSystems.Contains(word);

    /// <summary>Whether a word in small letters is a name of data.</summary>
    public static bool IsDataset(string word) => s_datasets.Contains(word);

    public static void Drop(List<KeyWord> words)
    {
        int name = words.Count - 1;
        bool ofData = true;
        while (name >= 0 && IsClass(words[name].Text))
        {
            ofData &= s_ofData.Contains(words[name].Text);
            name--;
        }

        if (name >= 0 && name < words.Count - 1 && IsName(words, name, ofData))
        {
            words.RemoveRange(name + 1, words.Count - name - 1);
        }
    }

    private static bool IsName(List<KeyWord> words, int last, bool ofData)
    {
        if (words[last].IsNumber && last > 0)
        {
            last--;
        }

        KeyWord name = words[last];
        string small = name.Text.ToLowerInvariant();
        if (ofData && IsDataset(small))
        {
            return true;
        }

        if (!name.IsName && !name.IsAcronym || name.Text.Length < 3 || s_fields.Contains(small))
        {
            return false;
        }

        if (ofData && s_modelSorts.Contains(small))
        {
            return false;
        }

        // The name may be the head of nothing: in "GAN training dataset" it is not the last word. In "ReLU network" it modifies.
        return ofData || (!IsDataset(small) && !(name.IsAcronym && last > 0));
    }
}
